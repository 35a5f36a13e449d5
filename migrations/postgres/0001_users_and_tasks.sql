-- SPDX-FileCopyrightText: 2026 the todod authors
-- SPDX-License-Identifier: MIT
-- Users and their tasks. Every key starts with the user, so that the tables can be partitioned or
-- sharded by it. Why the sort indexes hold large users only: docs/adr/0005-postgres-indexes.md.

create table users (
  id text collate "C" primary key,
  created_at timestamptz not null,
  -- 0: small, in no sort index; 1: new and changed tasks enter them; 2: all tasks are in them
  indexing smallint not null default 0
);

create table tasks (
  user_id text collate "C" not null references users (id),
  id uuid not null,
  title text collate "C" not null,
  description text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  completed_at timestamptz,
  version bigint not null,
  idempotency_key text collate "C",
  fingerprint bytea,
  -- Both null while the task is in no sort index. Else 0 (pending) or 1 (completed), and updated_at.
  -- They stand beside the columns they copy so that an update of a small user's task changes no
  -- indexed column (heap-only tuple: no index is written).
  sort_status smallint,
  sort_updated_at timestamptz,
  primary key (user_id, id)
) with (fillfactor = 90);  -- room for the new versions of rows beside the old ones

create unique index tasks_by_idempotency_key on tasks (user_id, idempotency_key)
  where idempotency_key is not null;
create index tasks_by_created_at on tasks (user_id, sort_status, created_at, id)
  where sort_status is not null;
create index tasks_by_updated_at on tasks (user_id, sort_status, sort_updated_at, id)
  where sort_status is not null;
create index tasks_by_title on tasks (user_id, sort_status, title, id)
  where sort_status is not null;
