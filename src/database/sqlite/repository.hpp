// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// SQLite's task_repository: reads here and now, writes through the writer.
#pragma once

#include "database/sqlite/reader.hpp"
#include "database/sqlite/writer.hpp"
#include "database/task_repository.hpp"

#include <boost/asio/io_context.hpp>

#include <filesystem>

namespace todod::database::sqlite {

class repository final : public task_repository {
 public:
  repository(boost::asio::io_context& io, const std::filesystem::path& file, writer& writes,
             observer& events)
      : io_(io), reader_(std::make_shared<reader>(file)), writes_(writes), events_(events) {}
  ~repository() override { writes_.wait_until_idle(); }

  awaitable<result<bool>> find(const user_id& owner, const task_id& id, task_sink& out) override;
  awaitable<result<std::optional<page_position>>> list(const user_id& owner,
                                                       const page_request& page,
                                                       task_sink& out) override;
  awaitable<result<create_outcome>> create(const user_id& owner, const new_task_id& id,
                                           const task_draft& draft, timestamp now,
                                           const std::optional<idempotency>& key,
                                           task_sink& out) override;
  awaitable<result<write_outcome>> update(const user_id& owner, const task_id& id,
                                          const task_patch& patch, const precondition& condition,
                                          timestamp now, task_sink& out) override;
  awaitable<result<write_outcome>> remove(const user_id& owner, const task_id& id,
                                          const precondition& condition) override;
  awaitable<result<std::uint64_t>> remove_all(const user_id& owner, status_filter status) override;
  awaitable<result<void>> check() override;

 private:
  /// Runs `read`, timed, its sqlite_error turned into a failure.
  template <class Read>
  auto timed(std::string_view name, Read read) -> result<decltype(read())>;

  boost::asio::io_context& io_;
  std::shared_ptr<reader> reader_;  // shared with the handler that ends its snapshot
  writer& writes_;
  observer& events_;
};

}  // namespace todod::database::sqlite
