create schema if not exists exchange;

-- A stranger's file on its way in: looked at, shown, and taken in portions. The file itself lies in the media store under
-- this id until it is over. Other modules are known by id only.
create table exchange.import (
  id          uuid        primary key,
  kind        text        not null check (kind in ('CUSTOMERS', 'CHAT')),
  state       text        not null check (state in ('READING', 'READY', 'REFUSED', 'RUNNING', 'DONE', 'FAILED')),
  filename    text        not null,               -- cleaned
  size        bigint      not null,               -- bytes
  preview     jsonb,                              -- what was found in it
  choices     jsonb,                              -- what was decided when it was started
  report      jsonb,                              -- what has become of it so far
  position    bigint      not null default 0,     -- records that are done, kept in their transaction
  problem     text,                               -- a word of docs/http-api.md, and why in plain words
  detail      text,
  created_by  text        not null,               -- user id
  created_at  timestamptz not null,               -- business time, as are the next two
  started_at  timestamptz,
  ended_at    timestamptz,
  attempts    integer     not null default 0,     -- failures in a row
  not_before  timestamptz not null default now()  -- technical
);
create index import_waiting_idx on exchange.import (not_before) where state in ('READING', 'RUNNING');
create index import_created_idx on exchange.import (created_at desc, id desc);

-- Rows of a list that were not taken, as they stood there. Gone with their import.
create table exchange.bad_row (
  import  uuid   not null references exchange.import (id) on delete cascade,
  record  bigint not null,                        -- counts from 1 behind the head
  line    bigint not null,                        -- in the file
  field   text   not null,
  problem text   not null,
  cells   jsonb  not null,
  primary key (import, record)
);
