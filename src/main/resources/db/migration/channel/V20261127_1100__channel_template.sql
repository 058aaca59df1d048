-- What a channel has approved, or may yet approve, to be sent while the service window is closed: a copy of what it holds
-- itself, pulled daily and whenever a webhook or a refusal tells that it has changed.
create table channel.template (
  id               uuid        primary key,
  account          text        not null,   -- the channel's id of the business account
  provider_id      text        not null,
  name             text        not null,
  language         text        not null,   -- as the channel writes it: pt_BR
  category         text        not null,   -- the channel's words, here and below: open for more
  status           text        not null,   -- DELETED once it is gone there
  quality          text,
  rejected_reason  text,
  correct_category text,                   -- what the channel has announced to make of its category
  parameter_format text        not null check (parameter_format in ('NAMED', 'POSITIONAL')),
  components       text        not null,   -- as they came; text, since jsonb takes no escaped NUL
  body             text        not null,   -- of those, for the search
  fillable         boolean     not null,   -- this release can fill in all of its parts
  doubted          boolean     not null default false,  -- something tells that this copy is stale: not sent until the next pull
  approved_at      timestamptz,            -- business time; null = never was
  changed_at       timestamptz not null,   -- business time
  touched_at       timestamptz not null default now(),  -- technical: a pull that began earlier knows nothing of it
  unique (account, name, language)
);
create index template_provider_idx on channel.template (account, provider_id);

-- What became of it.
create table channel.template_change (
  id       bigint generated always as identity primary key,
  template uuid        not null references channel.template,
  at       timestamptz not null,           -- business time
  what     text        not null,
  before   text,
  after    text,
  reason   text,                           -- in the channel's words
  by       text                            -- our user; null = the channel itself, or somebody in its own tools
);
create index template_change_idx on channel.template_change (template, id);

-- Whose templates are to be pulled. Times are technical, but for synced_at.
create table channel.template_sync (
  account    text        primary key,
  wanted_at  timestamptz,                  -- null = nothing is to be done
  not_before timestamptz not null default now(),
  busy_until timestamptz,                  -- somebody is at it
  begun_at   timestamptz,
  attempts   integer     not null default 0,
  synced_at  timestamptz,                  -- business time
  problem    text
);
