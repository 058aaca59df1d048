create schema if not exists platform;

-- What happened, appended in the transaction of the act. Read by (tx, id) below the oldest running transaction.
create table platform.event (
  id   bigint generated always as identity,
  tx   xid8        not null default pg_current_xact_id(),
  type text        not null,
  at   timestamptz not null,  -- business time
  data jsonb       not null,
  primary key (tx, id)
);

-- One row: how far the sandbox has moved the business clock.
create table platform.clock (
  one            boolean primary key default true check (one),
  offset_seconds bigint  not null
);
insert into platform.clock (offset_seconds) values (0);

-- Facts about this database that outlive a process. 'sandbox' = this database was once a sandbox.
create table platform.mark (
  name text primary key
);
