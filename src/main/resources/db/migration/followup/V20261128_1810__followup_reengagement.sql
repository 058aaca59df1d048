create sequence followup.reengagement_number;

-- What happened to a customer, what the table reengagement made of it, and how it ended. Once for each event and subject.
create table followup.reengagement (
  id               bigint generated always as identity primary key,
  number           text        not null unique,  -- business key of the process that it starts
  event            text        not null,
  subject          text        not null,         -- what it is about: a lead's number, an invoice's, a silence
  source           text        not null check (source in ('LOG', 'SILENCE', 'API')),
  customer         uuid        not null,
  line             uuid,                         -- on which he is written to; null: where he was heard last
  case_number      text,
  happened_at      timestamptz not null,
  due_at           timestamptz,
  said             jsonb       not null default '{}',  -- what texts may have filled in, as it was told
  state            text        not null check (state in ('PENDING', 'FAILED', 'DECIDED', 'RUNNING', 'ENDED')),
  action           text,
  why              text,                         -- annotation of the rule
  process_instance_id text,
  wake_at          timestamptz,
  tries            integer     not null default 0,  -- times that it was put off
  outcome          text check (outcome in ('WRITING', 'WRITTEN', 'NOT_SENT', 'NOT_WANTED')),
  reason           text,
  settled_at       timestamptz,                  -- when it was told that nothing is to be said any more
  failures         integer     not null default 0,
  problem          text,
  not_before       timestamptz not null,         -- technical time
  decided_at       timestamptz,
  ended_at         timestamptz,
  unique (event, subject));
create index reengagement_due_idx on followup.reengagement (not_before, id) where state in ('PENDING', 'FAILED');
create index reengagement_subject_idx on followup.reengagement (subject);
create index reengagement_customer_idx on followup.reengagement (customer, id);
create index reengagement_state_idx on followup.reengagement (state, id);
create index reengagement_ended_idx on followup.reengagement (ended_at) where ended_at is not null;

-- How far the event log has been read.
create table followup.reengagement_cursor (
  name text   primary key,
  tx   xid8   not null,
  id   bigint not null);

-- Up to whom it is known that he has been silent for so many days.
create table followup.reengagement_silence (
  days       integer     primary key,
  reached_at timestamptz not null,
  customer   uuid        not null,
  line       uuid        not null);

-- Who has bought.
create table followup.reengagement_purchase (
  lead     text        primary key,
  customer uuid        not null,
  at       timestamptz not null);
create index reengagement_purchase_customer_idx on followup.reengagement_purchase (customer);
