create schema if not exists conversation;

-- A stretch of a thread: opens with the customer's first message, ends when resolved. Times are business time.
create table conversation.conversation (
  id                  uuid        primary key,
  customer            uuid        not null,
  line                uuid        not null,
  channel             text        not null,
  state               text        not null check (state in ('OPEN', 'WAITING_CUSTOMER', 'SNOOZED', 'RESOLVED')),
  speaker             text        not null check (speaker in ('AI', 'AGENT', 'PROCESS', 'NONE')),
  speaker_id          text,                   -- user id while an agent speaks
  owner               text,
  queue               text        not null,
  intent              text,
  confidence          double precision,
  sentiment           text,
  urgency             text,
  gesture             text,
  language            text,
  escalation_word     boolean     not null default false,
  case_number         text,                   -- the current case
  process_instance_id text,                   -- what is nudged: the case's process, else intake, else by-hand
  turns               integer     not null default 0,   -- how often intake has classified
  opened_at           timestamptz not null,
  last_message_at     timestamptz not null,
  last_inbound_at     timestamptz,            -- the channel's own time: the service window counts from it
  awaits_answer       boolean     not null default false,  -- the last message is the customer's
  resolved_at         timestamptz
);
create unique index conversation_open_idx on conversation.conversation (customer, line) where state <> 'RESOLVED';
create index conversation_customer_idx on conversation.conversation (customer, opened_at desc);
create index conversation_queue_idx on conversation.conversation (queue, last_message_at desc, id) where state <> 'RESOLVED';

-- Conversations whose newest messages no process has taken yet. Times are technical.
create table conversation.undriven (
  conversation uuid        primary key references conversation.conversation (id),
  since        timestamptz not null,          -- the oldest such message
  latest       timestamptz not null,          -- the newest such message
  drive_at     timestamptz not null,          -- not before
  attempts     integer     not null default 0
);
create index undriven_due_idx on conversation.undriven (drive_at);

create table conversation.message (
  id                   uuid        not null,
  at                   timestamptz not null,  -- the channel's time for what came in, business time for what goes out
  seq                  bigint      generated always as identity,  -- order among equal times
  conversation         uuid        not null,
  case_number          text,
  direction            text        not null check (direction in ('IN', 'OUT')),
  kind                 text        not null,
  text                 text,
  payload              text,                  -- the channel's own JSON, for kinds that are not shown in full yet
  author_type          text        not null check (author_type in ('CUSTOMER', 'AGENT', 'AI', 'PROCESS')),
  author_id            text,
  author_name          text,
  status               text        not null,
  status_rank          integer     not null,  -- statuses only move up
  status_at            timestamptz,
  provider_id          text,
  reply_to             text,                  -- provider id of the quoted message
  errors               jsonb,
  pricing              jsonb,
  understanding        jsonb,
  process_instance_id  text,
  activity_instance_id text,
  unhandled            boolean     not null,  -- no process has taken it yet
  primary key (id, at)
);
create index message_thread_idx on conversation.message (conversation, at, seq);
create index message_unhandled_idx on conversation.message (conversation) where unhandled;

-- The one place where a provider's message id is looked up, and where a second delivery is noticed.
create table conversation.provider_message (
  provider_id  text        primary key,
  message      uuid        not null,
  at           timestamptz not null,
  conversation uuid        not null
);

-- Statuses that came before we knew the message. Times are technical.
create table conversation.early_status (
  provider_id text        not null,
  payload     text        not null,
  parked_at   timestamptz not null default now(),
  id          bigint      generated always as identity primary key
);
create index early_status_idx on conversation.early_status (provider_id);

-- What is to go out, one queue for agents, AI, processes and campaigns. Times are technical.
create table conversation.outgoing (
  message       uuid        primary key,
  at            timestamptz not null,          -- of the message: second half of its key
  seq           bigint      generated always as identity,
  conversation  uuid        not null,
  line          uuid        not null,
  state         text        not null check (state in ('QUEUED', 'SENDING', 'UNKNOWN', 'ACCEPTED')),
  not_before    timestamptz not null default now(),
  attempts      integer     not null default 0,
  sending_since timestamptz,
  external_task text,
  task_attempt  integer     not null default 0,
  notice        boolean     not null,          -- may be said whoever has the word
  last_error    jsonb,
  unique (external_task, task_attempt)
);
create unique index outgoing_one_sending_idx on conversation.outgoing (conversation) where state = 'SENDING';
create index outgoing_due_idx on conversation.outgoing (line, seq) where state = 'QUEUED';
create index outgoing_conversation_idx on conversation.outgoing (conversation, seq);

-- Which node sends for a line, and until when. Technical time.
create table conversation.line_lease (
  line       uuid        primary key,
  node       text        not null,
  held_until timestamptz not null,
  paused_until timestamptz,                     -- the provider refuses the whole line: the queue waits
  paused_why   text
);

-- What a client asked for with an Idempotency-Key; kept for 24 hours of technical time.
create table conversation.idempotency (
  key       text        not null,
  caller    text        not null,
  body_hash text        not null,
  message   uuid        not null,
  at        timestamptz not null default now(),
  primary key (caller, key)
);

-- What customers read. Shipped as resources; a row edited by a person is never overwritten.
create table conversation.text_entry (
  key      text    not null,
  language text    not null,
  body     text    not null,
  edited   boolean not null default false,
  primary key (key, language)
);

alter table conversation.undriven set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.02);
alter table conversation.outgoing set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.02);
alter table conversation.message set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
