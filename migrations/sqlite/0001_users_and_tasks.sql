-- Users get a short number, so that the indexes on tasks stay small. `large` users own many tasks:
-- theirs are in the sort indexes (docs/adr/0004-sqlite-indexes.md). Once set it stays set.
create table users (
  number integer primary key,
  id     text not null unique,
  large  integer not null default 0
) strict;

-- Times are milliseconds since 1970-01-01T00:00:00Z. A user's tasks lie together (without rowid), so
-- that a list reads few pages. The long texts stand last: what is before them is read without
-- following overflow pages.
create table tasks (
  owner           integer not null references users (number),
  id              blob not null,
  created_at      integer not null,
  updated_at      integer not null,
  completed_at    integer,
  version         integer not null,
  indexed         integer not null,  -- 1 exactly for the tasks of large users
  idempotency_key text,
  fingerprint     blob,
  title           text not null,
  description     text,
  primary key (owner, id)
) strict, without rowid;

create unique index tasks_by_idempotency_key on tasks (owner, idempotency_key)
  where idempotency_key is not null;

-- One for each order and status; a descending page reads it backwards.
create index tasks_by_created_at_all on tasks (owner, created_at, id)
  where indexed = 1;
create index tasks_by_created_at_pending on tasks (owner, created_at, id)
  where indexed = 1 and completed_at is null;
create index tasks_by_created_at_completed on tasks (owner, created_at, id)
  where indexed = 1 and completed_at is not null;
create index tasks_by_updated_at_all on tasks (owner, updated_at, id)
  where indexed = 1;
create index tasks_by_updated_at_pending on tasks (owner, updated_at, id)
  where indexed = 1 and completed_at is null;
create index tasks_by_updated_at_completed on tasks (owner, updated_at, id)
  where indexed = 1 and completed_at is not null;
create index tasks_by_title_all on tasks (owner, title, id)
  where indexed = 1;
create index tasks_by_title_pending on tasks (owner, title, id)
  where indexed = 1 and completed_at is null;
create index tasks_by_title_completed on tasks (owner, title, id)
  where indexed = 1 and completed_at is not null;
