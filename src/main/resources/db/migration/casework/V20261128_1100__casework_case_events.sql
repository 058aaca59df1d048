-- What was done with a case, by whom and why: for its timeline. Never changed. Times are business time.
create table casework.case_event (
  id          bigint      generated always as identity primary key,
  case_number text        not null,
  at          timestamptz not null,
  type        text        not null,
  why         text        not null,   -- code of the cause: transfer, overflow, escalation…
  actor       text,                   -- user id; null = the process or a rule
  note        text,                   -- words of the person who did it
  detail      jsonb       not null default '{}'
);
create index case_event_case_idx on casework.case_event (case_number, at, id);
