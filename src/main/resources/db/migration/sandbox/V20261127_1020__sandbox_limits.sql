-- What Meta tells of the price of a message, JSON; null = nothing.
alter table sandbox.message add column pricing text;

-- Messages without a template that a number sent in a month of the company's time zone; a thousand are free.
create table sandbox.allowance (
  line  text    not null,
  month date    not null,           -- its first day
  used  integer not null,
  primary key (line, month)
);

-- Customers whom an account wrote to first, and when it last did; business time.
create table sandbox.reach (
  account text        not null,
  phone   text        not null,
  at      timestamptz not null,
  primary key (account, phone)
);
create index reach_at_idx on sandbox.reach (account, at);

-- How a customer stands to a number; no row = well.
create table sandbox.stance (
  phone        text    not null,
  line         text    not null,
  blocked      boolean not null,    -- messages do not reach him
  no_marketing boolean not null,
  primary key (phone, line)
);

-- What Meta forbids an account. until = null: for good; business time.
create table sandbox.restriction (
  account text not null,
  type    text not null,
  until   timestamptz,
  primary key (account, type)
);
alter table sandbox.account add column ban text check (ban in ('SCHEDULE_FOR_DISABLE', 'DISABLE'));
alter table sandbox.account add column reached integer not null default 0; -- customers of today, beside those who were
