-- SPDX-FileCopyrightText: 2026 the todod authors
-- SPDX-License-Identifier: MIT
-- Ids grow with time, so a small user's tasks lie in the default order of a list already and need no
-- index for it, unless one came under an id that does not: docs/adr/0004-sqlite-indexes.md.
--
-- `indexed`, of a user and of each of his tasks: 0 in no sort index; 1 in all (large); 2 in that of
-- the order of creation only.
alter table users rename column large to indexed;
drop index tasks_by_created_at_all;
update users set indexed = 2
  where indexed = 0 and number in (
    select owner from (
      select owner, created_at < lag(created_at) over (partition by owner order by id) as is_late
        from tasks)
      where is_late);
update tasks set indexed = 2
  where owner in (select number from users where indexed = 2);
create index tasks_by_created_at_all on tasks (owner, created_at, id)
  where indexed > 0;
