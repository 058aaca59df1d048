-- What needs more attention than a case gets by itself. Times are business time.
create table casework.escalation (
  id          bigint      generated always as identity primary key,
  case_number text        not null,
  event       text        not null,   -- slaWarning, slaBreached, sentiment, word, silence, overdue, askedForHelp
  metric      text,                   -- of the clock; null for what is no clock's
  level       integer     not null default 0,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  process_instance_id text,           -- null until it has started
  measures    jsonb                   -- of the last level: who is told and what changes
);
create index escalation_case_idx on casework.escalation (case_number, started_at);
-- No flood: of one cause there is one escalation at a time.
create unique index escalation_open_idx on casework.escalation (case_number, event, coalesce(metric, '')) where ended_at is null;
create index escalation_instance_idx on casework.escalation (process_instance_id) where ended_at is null;

-- Who is told of what, in Tasklist. Either a person or a group.
create table casework.notice (
  id          bigint      generated always as identity primary key,
  at          timestamptz not null,
  person      text,
  audience    text,
  case_number text        not null,
  event       text        not null,
  metric      text,
  level       integer     not null,
  note        text,
  check (num_nonnulls(person, audience) = 1)
);
create index notice_person_idx on casework.notice (person, at desc) where person is not null;
create index notice_audience_idx on casework.notice (audience, at desc) where audience is not null;
create index notice_case_idx on casework.notice (case_number);

create table casework.notice_read (
  notice bigint not null references casework.notice (id) on delete cascade,
  person text   not null,
  primary key (notice, person)
);
