create schema if not exists servicelevel;

-- One metric of one case. Times are business time.
create table servicelevel.clock (
  id          uuid        primary key,
  case_number text        not null,
  metric      text        not null check (metric in ('firstResponse', 'nextResponse', 'resolution')),
  state       text        not null check (state in ('RUNNING', 'WARNED', 'PAUSED', 'BREACHED', 'MET', 'MET_LATE', 'CANCELLED')),
  minutes     integer     not null,          -- the promise
  calendar    text        not null,          -- in whose working time
  started_at  timestamptz not null,
  due_at      timestamptz not null,
  ended_at    timestamptz,
  version     integer     not null
);
create index clock_case_idx on servicelevel.clock (case_number);
create index clock_open_due_idx on servicelevel.clock (due_at) where ended_at is null;

-- Every change of every clock, with its cause; never changed.
create table servicelevel.ledger (
  id          bigint      generated always as identity primary key,
  clock       uuid        not null,
  case_number text        not null,
  at          timestamptz not null,
  event       text        not null check (event in ('START', 'WARN', 'PAUSE', 'RESUME', 'BREACH', 'END', 'CANCEL')),
  cause       text        not null,
  due_at      timestamptz not null
);
create index ledger_case_idx on servicelevel.ledger (case_number, id);

-- Where the token of the case's service-level instance stands.
create table servicelevel.board (
  case_number         text        primary key,
  process_instance_id text        not null,
  worst               text        not null,
  next_change_at      timestamptz not null
);
