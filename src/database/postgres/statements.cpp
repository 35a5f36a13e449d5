// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/statements.hpp"

#include "database/postgres/binary.hpp"
#include "database/postgres/list_statements.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

namespace todod::database::postgres {
namespace {

struct text_of {
  query which;
  const char* name;
  int parameters;
  const char* sql;
};

// What read_task() reads; one more column may follow.
#define TASK_COLUMNS "title, description, created_at, updated_at, completed_at, version"
// todod::apply(): the clock may step back, updated_at may not.
#define UPDATED_AT(NOW) "greatest(" NOW "::timestamptz, updated_at + interval '1 millisecond')"
#define SORTED_UPDATED_AT(NOW) "case when sort_status is not null then " UPDATED_AT(NOW) " end"
#define TOGGLED(NOW) \
  "completed_at = case when completed_at is null then " UPDATED_AT(NOW) " end, updated_at = "  \
      UPDATED_AT(NOW) ", version = version + 1, sort_status = case when sort_status is not "   \
      "null then case when completed_at is null then 1 else 0 end end, sort_updated_at = "     \
      SORTED_UPDATED_AT(NOW)
#define CREATE_TASK                                                                            \
  "insert into tasks (user_id, id, title, description, created_at, updated_at, completed_at, " \
  "version, idempotency_key, fingerprint, sort_status, sort_updated_at) "                      \
  "select users.id, $2::uuid, $3::text, $4::text, $5::timestamptz, $5, $6::timestamptz, 1, "   \
  "$7::text, $8::bytea, "                                                                      \
  "case when indexing > 0 then case when $6 is null then 0 else 1 end end, "                   \
  "case when indexing > 0 then $5 end "
#define KNOWN_OWNER "from users where users.id = $1::text"
#define IS_COMPLETED_AFTER                                                                      \
  "(case $6::smallint when 0 then completed_at is not null when 1 then false when 2 then true " \
  "else completed_at is null end)"

constexpr std::uint32_t create_oids[] = {text_oid, uuid_oid, text_oid, text_oid, timestamptz_oid};
constexpr std::uint32_t find_oids[] = {text_oid, uuid_oid};
constexpr std::uint32_t completion_oids[] = {text_oid, uuid_oid, timestamptz_oid, bool_oid};
constexpr merging mergings[] = {
    {query::find_task, query::find_tasks, 2, find_oids},
    {query::create_fresh_task, query::create_fresh_tasks, 4, create_oids},
    {query::change_completion, query::change_completions, 4, completion_oids},
};

constexpr text_of texts[] = {
    {query::check, "check", 0, "select 1"},
    {query::find_task, "find_task", 2,
     "select " TASK_COLUMNS " from tasks where user_id = $1::text and id = $2::uuid"},
    {query::find_tasks, "find_tasks", 2,
     "select " TASK_COLUMNS
     ", n from unnest($1::text[], $2::uuid[]) with ordinality as wanted (owner, wanted_id, n) "
     "join tasks on user_id = owner and id = wanted_id"},
    {query::find_task_by_key, "find_task_by_key", 2,
     "select " TASK_COLUMNS
     ", id, fingerprint from tasks where user_id = $1::text and idempotency_key = $2::text"},

    // No row is made, and no error raised, where the owner is unknown or id or key are taken. What
    // it reads of the owner may be outdated at its commit: the indexer waits for it (indexer.hpp).
    {query::create_task, "create_task", 8, CREATE_TASK KNOWN_OWNER " on conflict do nothing"},
    // Kept short, and without looking for conflicts, which is a seventh of an insert's cost. One
    // that comes nevertheless is an error, of which the lane makes "no row".
    {query::create_fresh_task, "create_fresh_task", 5,
     "insert into tasks (user_id, id, title, description, created_at, updated_at, version, "
     "sort_status, sort_updated_at) select users.id, $2::uuid, $3::text, $4::text, "
     "$5::timestamptz, $5, 1, case when indexing > 0 then 0 end, case when indexing > 0 then $5 "
     "end " KNOWN_OWNER},
    {query::create_fresh_tasks, "create_fresh_tasks", 5,
     "insert into tasks (user_id, id, title, description, created_at, updated_at, version, "
     "sort_status, sort_updated_at) select users.id, made_id, made_title, made_description, made, "
     "made, 1, case when indexing > 0 then 0 end, case when indexing > 0 then made end "
     "from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) "
     "as wanted (owner, made_id, made_title, made_description, made) "
     "join users on users.id = owner returning tasks.id"},
    {query::create_task_and_owner, "create_task_and_owner", 8,
     "with made as (insert into users (id, created_at) values ($1::text, $5::timestamptz) "
     "on conflict do nothing returning id, indexing), "
     "found as (select id, indexing from users where users.id = $1) " CREATE_TASK
     "from (select id, indexing from made union all select id, indexing from found) as users "
     "on conflict do nothing"},

    // Changes of completion alone, without If-Match: the usual ones, kept short. True completes,
    // false opens again, null toggles. No row where nothing would change.
    {query::change_completion, "change_completion", 4,
     "update tasks set " TOGGLED(
         "$3") " where user_id = $1::text and id = $2::uuid "
               "and ($4::boolean is null or $4 = (completed_at is null)) returning " TASK_COLUMNS},
    {query::change_completions, "change_completions", 4,
     "update tasks set " TOGGLED(
         "now") " from unnest($1::text[], $2::uuid[], $3::timestamptz[], "
                "$4::boolean[]) with ordinality as wanted (owner, wanted_id, now, completes, n) "
                "where user_id = owner and id = wanted_id "
                "and (completes is null or completes = (completed_at is null)) "
                "returning " TASK_COLUMNS ", n"},

    // $6 is a completion_change; $8 null = no If-Match. No row where nothing would change.
    {query::update_task, "update_task", 8,
     "update tasks set title = coalesce($3::text, title), "
     "description = case when $4::boolean then $5::text else description end, "
     "completed_at = case when " IS_COMPLETED_AFTER
     " then coalesce(completed_at, " UPDATED_AT("$7") ") end, updated_at = " UPDATED_AT(
         "$7") ", version = version + 1, sort_status = case when sort_status is not null then case "
               "when " IS_COMPLETED_AFTER
               " then 1 else 0 end end, sort_updated_at = " SORTED_UPDATED_AT(
                   "$7") " where user_id = $1::text and id = $2::uuid "
                         "and ($8::bigint[] is null or version = any ($8)) "
                         "and (title <> $3 or ($4 and description is distinct from $5) "
                         "or " IS_COMPLETED_AFTER
                         " <> (completed_at is not null)) returning " TASK_COLUMNS},

    {query::remove_task, "remove_task", 2,
     "delete from tasks where user_id = $1::text and id = $2::uuid"},
    {query::remove_task_if, "remove_task_if", 3,
     "delete from tasks where user_id = $1::text and id = $2::uuid "
     "and version = any ($3::bigint[])"},
    {query::remove_all, "remove_all", 1, "delete from tasks where user_id = $1::text"},
    {query::remove_pending, "remove_pending", 1,
     "delete from tasks where user_id = $1::text and completed_at is null"},
    {query::remove_completed, "remove_completed", 1,
     "delete from tasks where user_id = $1::text and completed_at is not null"},

    // From small to large: see indexer.hpp.
    {query::look_at_user, "look_at_user", 2,
     "select (select count(*) from (select from tasks where user_id = $1::text "
     "limit $2::bigint) as counted) from users where id = $1 and indexing < 2"},
    {query::begin_indexing, "begin_indexing", 1,
     "update users set indexing = 1 where id = $1::text and indexing = 0"},
    {query::index_tasks, "index_tasks", 3,
     "with part as (select id as part_id from tasks where user_id = $1::text and id >= $2::uuid "
     "and sort_status is null order by id limit $3::bigint for update) "
     "update tasks set sort_status = case when completed_at is null then 0 else 1 end, "
     "sort_updated_at = updated_at from part where user_id = $1 and id = part_id returning id"},
    {query::finish_indexing, "finish_indexing", 1,
     "update users set indexing = 2 where id = $1::text and indexing = 1"},
};

std::vector<statement> make_statements() {
  std::vector<statement> all;
  for (const text_of& text : texts) {
    all.push_back({static_cast<std::uint16_t>(all.size()), text.name, text.sql, text.parameters});
  }
  append_list_statements(all, TASK_COLUMNS);
  return all;
}

}  // namespace

std::span<const statement> all_statements() {
  static const std::vector<statement> all = make_statements();
  return all;
}

const statement& statement_of(query which) {
  return all_statements()[static_cast<std::size_t>(which)];
}

const merging* merging_of(const statement& one) {
  const auto* found = std::ranges::find(mergings, one.index, [](const merging& each) {
    return static_cast<std::uint16_t>(each.one);
  });
  return found == std::end(mergings) ? nullptr : found;
}

task_view read_task(const PGresult* rows, int row, const task_id& id) {
  const auto text = [&](int column) {
    return std::string_view{PQgetvalue(rows, row, column),
                            static_cast<std::size_t>(PQgetlength(rows, row, column))};
  };
  const auto time = [&](int column) {
    return from_postgres_microseconds(read_network<std::int64_t>(PQgetvalue(rows, row, column)));
  };
  task_view task;
  task.id = id;
  task.title = text(0);
  if (!PQgetisnull(rows, row, 1)) task.description = text(1);
  task.created_at = time(2);
  task.updated_at = time(3);
  if (!PQgetisnull(rows, row, 4)) task.completed_at = time(4);
  task.version = read_network<std::int64_t>(PQgetvalue(rows, row, 5));
  return task;
}

task_id read_id(const PGresult* rows, int row, int column) {
  task_id::bytes_type bytes;
  std::memcpy(bytes.data(), PQgetvalue(rows, row, column), bytes.size());
  return task_id{bytes};
}

}  // namespace todod::database::postgres
