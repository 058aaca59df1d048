-- What was found where rows and processes do not fit together, and when it was looked for. Times are business time.
create table casework.integrity_report (
  id      bigint      generated always as identity primary key,
  at      timestamptz not null,
  by_whom text,                    -- user id; null = the nightly job
  found   integer     not null
);
create table casework.integrity_finding (
  report  bigint not null references casework.integrity_report (id) on delete cascade,
  what    text   not null,         -- caseWithoutInstance…
  subject text   not null,         -- number of the case, id of the conversation, instance or task
  detail  text   not null
);
create index integrity_finding_idx on casework.integrity_finding (report);
