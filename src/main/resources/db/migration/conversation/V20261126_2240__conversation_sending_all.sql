-- How far the customer has been told that we read; names a message by its time and order.
alter table conversation.conversation
  add column read_at  timestamptz,
  add column read_seq bigint;

-- Receipts that the channel has not taken yet; the newest of a conversation says all.
create table conversation.receipt (
  conversation uuid        primary key,
  line         uuid        not null,
  provider_id  text        not null,              -- of the customer's message
  said_at      timestamptz not null,              -- the channel's time of that message
  not_before   timestamptz not null default now(),  -- technical
  attempts     integer     not null default 0
);
create index receipt_due_idx on conversation.receipt (not_before);

-- Messages that failed after the channel had accepted them, until their conversation, line and case have been told.
create table conversation.failed_message (
  message      uuid        primary key,
  conversation uuid        not null,
  code         integer     not null,              -- the channel's error; 0 = it gave none
  failed_at    timestamptz not null,              -- the channel's time
  not_before   timestamptz not null default now(),  -- technical
  attempts     integer     not null default 0
);
create index failed_message_due_idx on conversation.failed_message (not_before);

-- What a customer does not want to get on a line.
create table conversation.opt_out (
  customer uuid        not null,
  line     uuid        not null,
  purpose  text        not null check (purpose in ('marketing')),
  at       timestamptz not null,                  -- business time
  primary key (customer, line, purpose)
);

alter table conversation.line_lease
  add column paused_code  integer,                -- the channel's error
  add column paused_since timestamptz;            -- technical; the first of the refusals in a row
