-- SPDX-FileCopyrightText: 2026 the todod authors
-- SPDX-License-Identifier: MIT
-- Turns todod's tables into ones that are partitioned by hash of the user: 8 partitions each, or as many as
-- `set todod.partitions = '32'` says before it. Every statement of todod names the user and touches one partition of
-- each table. Stop todod, make a backup, `todod migrate`, then: psql -1 -v ON_ERROR_STOP=1 -f hash_partition.sql
do $$
declare
  partitions constant integer := coalesce(nullif(current_setting('todod.partitions', true), ''), '8');
  whole record;
begin
  for whole in select * from (values ('users', 'id'), ('tasks', 'user_id')) as tables (name, key) loop
    execute format('alter table %I rename to %I', whole.name, whole.name || '_whole');
    execute format('create table %I (like %I including all) partition by hash (%I)',
                   whole.name, whole.name || '_whole', whole.key);
    for part in 0 .. partitions - 1 loop
      execute format('create table %I partition of %I for values with (modulus %s, remainder %s) with (fillfactor = 90)',
                     whole.name || '_' || part, whole.name, partitions, part);
    end loop;
    execute format('insert into %I select * from %I', whole.name, whole.name || '_whole');
  end loop;
  alter table tasks add foreign key (user_id) references users (id);
  drop table tasks_whole, users_whole;
end
$$;
