-- SPDX-FileCopyrightText: 2026 the todod authors
-- SPDX-License-Identifier: MIT
-- An id of todod's own begins with the millisecond of its task's creation, so a small user's tasks
-- lie in the default order of a list already and need no index for it, unless one of them came under
-- an id of the client's: docs/adr/0004-sqlite-indexes.md.
--
-- `indexed`, of a user and of each of his tasks: 0 in no sort index; 1 in all (large); 2 in that of
-- the order of creation only.
alter table users rename column large to indexed;
drop index tasks_by_created_at_all;
update users set indexed = 2
  where indexed = 0 and exists (
    select 1 from tasks
      where owner = number and hex(substr(id, 1, 6)) <> printf('%012X', created_at));
update tasks set indexed = 2
  where owner in (select number from users where indexed = 2);
create index tasks_by_created_at_all on tasks (owner, created_at, id)
  where indexed > 0;
