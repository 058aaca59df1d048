-- What was promised or is to be remembered. Times are business time. Conversation, customer and cases are known by id only.
create table followup.follow_up (
  number            text        primary key,
  conversation      uuid        not null,
  customer          uuid        not null,
  origin            text,                     -- number of the case that it serves
  what              text        not null,     -- a person's words; may be empty where a template says it
  mode              text        not null check (mode in ('AUTOMATIC', 'BY_HAND')),
  purpose           text        not null,     -- promise, reminder, cadence…
  body              text,                     -- words that are sent as they are
  text_key          text,                     -- or an entry of the text catalogue
  template          text,                     -- or a template
  template_language text,
  template_values   text,
  exact             boolean     not null,     -- the customer was promised this very moment
  due_at            timestamptz not null,
  promised_at       timestamptz not null,     -- when it was due at first
  queue             text        not null,
  owner             text,
  source            text        not null,     -- form, composer, api, cadence, voiceNote, ai
  created_by        text,                     -- user; null = a process
  created_at        timestamptz not null,
  state             text        not null check (state in ('OPEN', 'DUE', 'DONE', 'CANCELLED')),
  rescheduled       integer     not null,
  customer_wrote_at timestamptz,              -- before it was due
  overdue_at        timestamptz,              -- when it was noticed that it is late
  not_sent          text,                     -- why it could not be sent by itself
  outcome           text,                     -- sent, done, notSent, cancelled, customerWrote
  reason            text,                     -- code of the last form
  done_at           timestamptz,
  done_by           text,
  on_time           boolean,
  process_instance  text,
  request_key       text,                     -- the client's Idempotency-Key, and what it asked for
  request_hash      text);
create unique index follow_up_request_idx on followup.follow_up (created_by, request_key) where request_key is not null;
create index follow_up_open_idx on followup.follow_up (due_at, number) where state in ('OPEN', 'DUE');
create index follow_up_conversation_idx on followup.follow_up (conversation) where state in ('OPEN', 'DUE');
create index follow_up_customer_idx on followup.follow_up (customer) where state in ('OPEN', 'DUE');
create index follow_up_origin_idx on followup.follow_up (origin) where origin is not null;
create index follow_up_due_idx on followup.follow_up (due_at);

-- What became of it, for timelines: planned, rescheduled, customerWrote, due, overdue, notSent, sent, done, cancelled.
create table followup.happening (
  id     bigint generated always as identity primary key,
  number text        not null references followup.follow_up (number),
  at     timestamptz not null,
  what   text        not null,
  actor  text,                                -- user; null = a process
  reason text,
  note   text,
  due_at timestamptz);
create index happening_number_idx on followup.happening (number, at);
