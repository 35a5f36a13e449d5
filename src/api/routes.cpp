// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/routes.hpp"

#include "api/page_handlers.hpp"
#include "api/process_handlers.hpp"
#include "api/task_handlers.hpp"

namespace todod::api {
namespace {

using enum http::method;

const std::vector<endpoint> collection{
    {get, list_tasks}, {post, create_task}, {delete_, delete_tasks}};
const std::vector<endpoint> single{
    {get, read_task}, {put, put_task}, {patch, patch_task}, {delete_, delete_task}};
const std::vector<endpoint> completion{{patch, complete_task}};

constexpr int none = route::none;

// A table:
// clang-format off
const std::vector<route> route_table{
    // pattern                                 token  user  task
    {"/api/{user_id}/tasks",                    true,    0, none, collection},
    {"/api/{user_id}/tasks/{task_id}",          true,    0,    1, single},
    {"/api/{user_id}/tasks/{task_id}/complete", true,    0,    1, completion},
    {"/api/tasks",                              true, none, none, collection},
    {"/api/tasks/{task_id}",                    true, none,    0, single},
    {"/api/tasks/{task_id}/complete",           true, none,    0, completion},
    {"/livez",                                 false, none, none, {{get, live}}},
    {"/readyz",                                false, none, none, {{get, ready}}},
    {"/",                                      false, none, none, {{get, embedded_file}}},
    {"/app/config.json",                       false, none, none, {{get, page_config}}},
    {"/app/app.js",                            false, none, none, {{get, embedded_file}}},
    {"/app/app.css",                           false, none, none, {{get, embedded_file}}},
    {"/app/icon.svg",                          false, none, none, {{get, embedded_file}}},
    {"/app/licenses.txt",                      false, none, none, {{get, embedded_file}}},
    {"/openapi.json",                          false, none, none, {{get, embedded_file}}},
    {"/docs",                                  false, none, none, {{get, embedded_file}}},
    {"/docs/init.js",                          false, none, none, {{get, embedded_file}}},
    {"/docs/swagger-ui-bundle.js",             false, none, none, {{get, embedded_file}}},
    {"/docs/swagger-ui.css",                   false, none, none, {{get, embedded_file}}},
    {"/docs/licenses.txt",                     false, none, none, {{get, embedded_file}}},
};
// clang-format on

}  // namespace

const std::vector<route>& routes() {
  return route_table;
}

}  // namespace todod::api
