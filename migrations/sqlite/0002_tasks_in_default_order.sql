-- SPDX-FileCopyrightText: 2026 the todod authors
-- SPDX-License-Identifier: MIT
-- The default order of a list has an index of everyone's tasks, not only of large users':
-- docs/adr/0004-sqlite-indexes.md.
drop index tasks_by_created_at_all;
create index tasks_by_created_at_all on tasks (owner, created_at, id);
