-- A WhatsApp business account as Meta knows it. That of the settings is written down at every start.
create table sandbox.account (
  id              text    primary key, -- as the Graph API names it
  name            text    not null,
  currency        text    not null,    -- ISO 4217
  funded          boolean not null,    -- has a payment method
  subscribed      boolean not null,    -- the app hears of it; else there are no webhooks
  messaging_limit text    not null,    -- TIER_250, TIER_2K, TIER_10K, TIER_100K, TIER_UNLIMITED
  review_millis   integer not null,    -- how long Meta looks at a template, real time
  position        bigint  generated always as identity
);

-- What a business shows to the Graph API. One that was revoked stays, so that a restart does not revive it.
create table sandbox.token (
  value      text        primary key,
  account    text        not null,
  scopes     text        not null,   -- separated by blanks
  expires_at timestamptz,            -- business time; null = never
  revoked    boolean     not null,
  position   bigint      generated always as identity
);

-- Until now there was one account.
alter table sandbox.line add column account text not null default '900000000000001';
alter table sandbox.line alter column account drop default;
alter table sandbox.webhook add column account text not null default '900000000000001';
alter table sandbox.webhook alter column account drop default;
alter table sandbox.webhook drop constraint webhook_kind_check;
alter table sandbox.webhook add check (kind in ('messages', 'statuses', 'calls', 'value', 'account'));
