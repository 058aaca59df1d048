-- What the lines share: at WhatsApp a business account. Times are business time.
create table channel.account (
  id             text primary key,       -- the channel's own
  channel        text not null check (channel in ('whatsapp')),
  name           text not null default '',
  token          text,                   -- sealed; null = the token of the settings serves
  token_at       timestamptz,            -- when it was given
  token_by       text,                   -- by whom: user id
  token_instead  text                    -- SHA-256 of the settings' token at that time: another one in the settings is newer
);
insert into channel.account (id, channel) select distinct account_id, channel from channel.line;

-- What the company says of a line. Null = as it is for all lines.
alter table channel.line
  add column position      bigint generated always as identity,   -- the oldest is the first
  add column display_given boolean not null default false,        -- its number was named through the API: the settings' stays aside
  add column name          text    not null default '',           -- empty = the number as dialled
  add column queue         text,                                  -- where new conversations begin
  add column manager       text,                                  -- user id
  add column calendar      text,
  add column language      text,                                  -- two letters, as in the catalogue of texts
  add column persona       text,                                  -- who speaks where no person does
  add column off_since     timestamptz;                           -- business time; nothing goes out since then; null = in use

-- What keeps an account or a line from sending until an event, a check or a manager ends it. Times are business time.
create table channel.stop (
  id      bigint generated always as identity primary key,
  account text        not null,
  line    uuid,                          -- null = all lines of the account
  cause   text        not null,
  why     text        not null,          -- the channel's words
  since   timestamptz not null,
  until   timestamptz,                   -- ends by itself; null = does not
  unique nulls not distinct (account, line, cause)
);
