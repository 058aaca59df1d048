create schema if not exists casework;

-- What all kinds of case have in common. Times are business time.
create table casework.case_file (
  number              text        primary key,   -- business key of its process instance
  kind                text        not null,
  conversation        uuid,
  customer            uuid        not null,
  process_instance_id text        not null,
  state               text        not null,
  priority            text        not null,
  queue               text        not null,
  owner               text,
  intent              text,
  opened_at           timestamptz not null,
  due_at              timestamptz,               -- of the first open clock
  resolved_at         timestamptz,
  closed_at           timestamptz
);
create index case_file_customer_idx on casework.case_file (customer, opened_at desc);
create index case_file_open_idx on casework.case_file (kind, opened_at desc, number) where closed_at is null;

-- Read model of the open user tasks, kept in the engine's own transactions.
create table casework.work_item (
  task_id             text        primary key,
  element             text        not null,
  name                text        not null,
  process_key         text        not null,
  process_instance_id text        not null,
  case_number         text,
  conversation        uuid,
  queue               text,
  assignee            text,
  due_at              timestamptz,
  form_key            text,
  created_at          timestamptz not null
);
create index work_item_assignee_idx on casework.work_item (assignee, created_at) where assignee is not null;
create index work_item_queue_idx on casework.work_item (queue, created_at);
create index work_item_due_idx on casework.work_item (due_at);
create index work_item_case_idx on casework.work_item (case_number);
create index work_item_conversation_idx on casework.work_item (conversation);

-- Every evaluation of every table, with all that was offered: a changed table can be replayed.
create table casework.decision (
  id                   bigint      generated always as identity primary key,
  at                   timestamptz not null,
  decision             text        not null,
  version              integer     not null,
  facts                jsonb       not null,
  outputs              jsonb       not null,
  rules                text[]      not null,
  business_key         text,
  process_instance_id  text,
  activity_instance_id text,
  element              text
);
create index decision_business_key_idx on casework.decision (business_key, id);
create index decision_replay_idx on casework.decision (decision, at);

-- The walked path of every ended instance, kept when the engine's own history is long cleaned up.
create table casework.path (
  process_instance_id text        primary key,
  process_key         text        not null,
  business_key        text,
  ended_at            timestamptz not null,
  steps               jsonb       not null
);
create index path_business_key_idx on casework.path (business_key);

create table casework.cursor (
  name text   primary key,
  tx   xid8   not null,
  id   bigint not null
);

alter table casework.work_item set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.02);
