// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/task_page.hpp"

#include <gtest/gtest.h>

using namespace todod;

TEST(status_filter, has_three_names) {
  for (const auto filter : {status_filter::all, status_filter::pending, status_filter::completed})
    EXPECT_EQ(parse_status_filter(to_string(filter)), filter);
  EXPECT_EQ(to_string(status_filter::all), "all");
  EXPECT_EQ(to_string(status_filter::pending), "pending");
  EXPECT_EQ(to_string(status_filter::completed), "completed");
  for (const auto* text : {"", "ALL", "done", "pending,completed", " all"})
    EXPECT_EQ(parse_status_filter(text), std::nullopt) << text;
}

TEST(task_order, has_six_names) {
  const std::pair<std::string_view, task_order> names[] = {
      {"created_at", {sort_field::created_at, false}},
      {"-created_at", {sort_field::created_at, true}},
      {"updated_at", {sort_field::updated_at, false}},
      {"-updated_at", {sort_field::updated_at, true}},
      {"title", {sort_field::title, false}},
      {"-title", {sort_field::title, true}},
  };
  for (const auto& [text, order] : names) {
    EXPECT_EQ(parse_task_order(text), order) << text;
    EXPECT_EQ(to_string(order), text);
  }
  for (const auto* text :
       {"", "-", "--title", "+title", "Title", "id", "-id", "title,id", "title "})
    EXPECT_EQ(parse_task_order(text), std::nullopt) << text;
}

TEST(page_request, is_by_default_what_the_api_documents) {
  const page_request page;
  EXPECT_EQ(page.status, status_filter::all);
  EXPECT_EQ(to_string(page.order), "-created_at");
  EXPECT_EQ(page.limit, 1000);
  EXPECT_EQ(page_request::limit_max, 1000);
  EXPECT_FALSE(page.after);
}

TEST(page_position, is_the_sort_key_of_its_order) {
  task_view task;
  task.id = *task_id::parse("0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111");
  task.title = "Buy milk";
  task.created_at = timestamp{std::chrono::milliseconds{1}};
  task.updated_at = timestamp{std::chrono::milliseconds{2}};
  for (const bool descending : {false, true}) {
    EXPECT_EQ(position_of(task, {sort_field::created_at, descending}),
              (page_position{task.created_at, task.id}));
    EXPECT_EQ(position_of(task, {sort_field::updated_at, descending}),
              (page_position{task.updated_at, task.id}));
    EXPECT_EQ(position_of(task, {sort_field::title, descending}),
              (page_position{std::string("Buy milk"), task.id}));
  }
}
