-- One import of prices. What it says is never deleted: a later list says otherwise from a day on.
create table channel.price_list (
  id          bigint      generated always as identity primary key,
  imported_at timestamptz not null,          -- business time
  imported_by text,                          -- user; null = shipped
  sample      boolean     not null           -- nobody's prices: shows what a list looks like until a real one is imported
);

-- What a message costs. Days are those of the account's time zone.
create table channel.price (
  id          bigint        generated always as identity primary key,
  list        bigint        not null references channel.price_list (id),
  market      text          not null,        -- as WhatsApp's list calls it, or a country's name
  category    text          not null,        -- WhatsApp's word, with _ for -
  currency    text          not null check (currency ~ '^[A-Z]{3}$'),
  amount      numeric(12,6) not null check (amount >= 0),
  valid_from  date          not null,
  valid_until date,                          -- the last day; null = until further notice
  replaced_by bigint        references channel.price_list (id),  -- the list that says otherwise; null = it counts
  check (valid_until >= valid_from)
);
create unique index price_counts_idx on channel.price (market, category, currency, valid_from) where replaced_by is null;

-- How many messages of a line were priced in a month of its account's time zone: WhatsApp's words, known or not.
create table channel.usage (
  line     uuid    not null,
  month    date    not null,                 -- its first day
  category text    not null,
  type     text    not null,
  currency text    not null,                 -- empty for what is free
  messages bigint  not null,
  unpriced bigint  not null,                 -- of them those whose price nobody knows
  amount   numeric not null,                 -- of the others
  primary key (line, month, category, type, currency)
);
alter table channel.usage set (fillfactor = 50);

-- That a line's free messages come to their end has been told: once a month.
create table channel.allowance_alarm (
  line     uuid        not null,
  month    date        not null,             -- its first day
  percent  integer     not null,
  at       timestamptz not null,             -- business time
  primary key (line, month, percent)
);
