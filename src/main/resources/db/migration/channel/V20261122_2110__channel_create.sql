create schema if not exists channel;

-- A business number, mailbox or widget of ours.
create table channel.line (
  id          uuid primary key,
  channel     text not null check (channel in ('whatsapp')),
  provider_id text not null,          -- WhatsApp: phone number id
  display     text not null,          -- what people call it: the number as dialled
  account_id  text not null,          -- WhatsApp: business account
  unique (channel, provider_id)
);

-- What came in, byte for byte, before anybody looked at it. Times are technical. Dropped by whole days.
create table channel.delivery (
  id          bigint generated always as identity,
  received_at timestamptz not null default now(),
  app         text        not null,   -- which webhook door
  body        bytea       not null,
  primary key (id, received_at)
) partition by range (received_at);
create table channel.delivery_rest partition of channel.delivery default;

-- What the splitter has not seen yet; kept apart so that no raw body is ever rewritten.
create table channel.unsplit (
  delivery    bigint      primary key,
  received_at timestamptz not null
);

-- One queue per line and customer: elements of a lane are handled in order, lanes in parallel.
create table channel.lane (
  key      text primary key,
  ready_at timestamptz                -- technical; null = nothing waits
);
create index lane_ready_idx on channel.lane (ready_at) where ready_at is not null;

create table channel.element (
  id         bigint generated always as identity primary key,  -- order within the lane
  lane       text        not null,
  line       uuid        not null,
  delivery   bigint      not null,
  payload    text        not null,   -- the adapter's own JSON
  attempts   integer     not null default 0,
  last_error text
);
create index element_lane_idx on channel.element (lane, id);

-- Statuses have no lane: they are applied in sets.
create table channel.status (
  id       bigint generated always as identity primary key,
  delivery bigint not null,
  payload  text   not null
);

-- What could not be handled, visibly: raw text kept, reason told, may be tried again.
create table channel.set_aside (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,   -- business time
  delivery   bigint      not null,
  lane       text,
  line       uuid,
  payload    text,
  reason     text        not null,
  settled_at timestamptz             -- business time; null = still open
);
create index set_aside_open_idx on channel.set_aside (id) where settled_at is null;

-- Webhooks about the account and fields that nobody handles yet: kept and shown.
create table channel.notice (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,     -- business time
  delivery bigint      not null,
  field    text        not null,
  payload  text        not null
);

alter table channel.unsplit set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.02);
alter table channel.element set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.02);
alter table channel.status set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.02);
