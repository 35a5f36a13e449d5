-- SPDX-FileCopyrightText: 2026 the todod authors
-- SPDX-License-Identifier: MIT
-- The default order of a list has an index of everyone's tasks, not only of large users'. No update
-- changes it (created_at never does), so it costs an insert, nothing else:
-- docs/adr/0005-postgres-indexes.md.
create index tasks_in_default_order on tasks (user_id, created_at, id);
