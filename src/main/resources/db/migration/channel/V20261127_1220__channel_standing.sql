-- How an account stands with the channel, as it was told or read; null = not known. Times are business time.
alter table channel.account
  add column currency       text,
  add column timezone       text,          -- the channel's number of the time zone in which its months begin
  add column review         text,          -- the channel's word: APPROVED, REJECTED …
  add column funded         boolean,       -- has a way to pay
  add column ban            text,          -- the channel's word of the last ban: SCHEDULE_FOR_DISABLE, DISABLE, REINSTATE
  add column restrictions   jsonb not null default '[]',   -- [{"type", "until"}]
  add column can_send       text,          -- AVAILABLE, LIMITED, BLOCKED
  add column token_expires  timestamptz,   -- of the token that is used; null = never, or not known
  add column checked_at     timestamptz,   -- when it was last read
  add column problem        text;          -- why it could not be read the last time

-- What a person should look at. A kind of alert is one row for the account or number that it is about.
create table channel.account_alert (
  id          bigint generated always as identity primary key,
  account     text        not null,
  about       text        not null,        -- the channel's id or number; empty = the account
  kind        text        not null,        -- the channel's word
  severity    text        not null,        -- CRITICAL, WARNING, INFORMATIONAL
  description text        not null,
  at          timestamptz not null,        -- when it was told last
  settled_at  timestamptz,                 -- somebody has looked at it, or the channel says it is over
  settled_by  text,
  unique (account, about, kind)
);

-- The same of a number.
create table channel.line_health (
  line          uuid primary key references channel.line (id),
  quality       text,                      -- GREEN, YELLOW, RED, UNKNOWN, NA
  messaging_limit text,                    -- TIER_250 … TIER_UNLIMITED: customers a day who may be written to first
  throughput    text,                      -- STANDARD, HIGH, NOT_APPLICABLE
  verified_name text,                      -- what customers see
  name_status   text,
  status        text,                      -- CONNECTED, FLAGGED, RESTRICTED, BANNED …
  can_send      text,                      -- AVAILABLE, LIMITED, BLOCKED
  checked_at    timestamptz,
  problem       text,
  due           boolean not null default true   -- is to be read
);
create index line_health_due_idx on channel.line_health (line) where due;
insert into channel.line_health (line) select id from channel.line;
