create schema if not exists sandbox;

-- What the sandbox made up once: 'password' of the sample users.
create table sandbox.secret (
  name  text primary key,
  value text not null
);

-- A customer's phone. Any number is one as soon as it is named.
create table sandbox.phone (
  number   text primary key,         -- digits with country code, WhatsApp's wa_id
  name     text not null,            -- profile name
  username text,                     -- set: WhatsApp hides the number from the business
  user_id  text not null unique,     -- business-scoped user id
  reading  text not null check (reading in ('SHOWN', 'ALWAYS', 'NEVER')),
  position bigint generated always as identity
);

-- Both directions as the phone and Meta see them. IN = from the customer to the company.
create table sandbox.message (
  id        text        primary key, -- wamid
  position  bigint      generated always as identity,
  phone     text        not null references sandbox.phone,
  direction text        not null check (direction in ('IN', 'OUT')),
  type      text        not null,
  body      text        not null,    -- the message object, Cloud API; text, as jsonb refuses U+0000
  status    text        not null check (status in ('sent', 'delivered', 'read', 'failed')),
  error     integer,                 -- code, of a failed one
  addressed text        not null,    -- 'phone' or 'user': how the sender named the customer
  callback  text,                    -- biz_opaque_callback_data
  at        timestamptz not null     -- business time
);
create index message_phone_idx on sandbox.message (phone, position);

-- Updates that the webhook has not yet taken with 200. Times are technical (database now()).
create table sandbox.webhook (
  id         bigint      generated always as identity primary key,
  kind       text        not null check (kind in ('messages', 'statuses')),
  message_id text        not null,
  phone      text        not null,
  item       text        not null,   -- element of messages[] or statuses[]
  contact    text,                   -- element of contacts[]
  attempts   integer     not null,
  due_at     timestamptz not null
);
create index webhook_due_idx on sandbox.webhook (due_at);
