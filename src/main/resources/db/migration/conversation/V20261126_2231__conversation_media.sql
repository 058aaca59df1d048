-- Files of messages; their bytes lie outside the database. What the sender claims is kept apart from what was found.
create table conversation.media (
  id               uuid        primary key,
  conversation     uuid,                          -- null: uploaded, not yet part of a message; only its owner may see it
  message          uuid,                          -- of the customer; null for uploads
  owner            text,                          -- user who uploaded it
  line             uuid,                          -- over which it comes
  provider_id      text,
  url              text,                          -- as the webhook told it; dead after minutes
  claimed_type     text,
  claimed_sha256   text,                          -- base64 or hexadecimal
  filename         text        not null,          -- cleaned
  voice            boolean     not null default false,
  animated         boolean     not null default false,
  state            text        not null check (state in ('WAITING', 'READY', 'FAILED', 'REFUSED')),
  problem          text,                          -- a word of docs/http-api.md
  mime_type        text,                          -- sniffed
  size             bigint,                        -- bytes
  sha256           text,                          -- hexadecimal
  width            integer,
  height           integer,
  seconds          integer,
  thumbnail        boolean     not null default false,
  created_at       timestamptz not null,          -- business time
  expires_at       timestamptz,                   -- business time; afterwards the channel no longer has it
  attempts         integer     not null default 0,
  next_try         timestamptz not null default now(),  -- technical, as is the lease
  node             text,
  leased_until     timestamptz
);
create index media_due_idx on conversation.media (next_try) where state = 'WAITING';
create index media_loose_idx on conversation.media (created_at) where conversation is null;
create index message_media_idx on conversation.message (media) where media is not null;

-- Files that were handed over to be sent: the channel knows them for 30 days, on one line.
create table conversation.media_upload (
  media       uuid        not null references conversation.media (id) on delete cascade,
  line        uuid        not null,
  provider_id text        not null,
  uploaded_at timestamptz not null,               -- business time
  primary key (media, line)
);
