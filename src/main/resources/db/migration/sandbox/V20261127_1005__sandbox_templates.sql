-- Message templates. Times are business time unless said otherwise.
create table sandbox.template (
  id                text        primary key, -- digits: webhooks carry it as a number
  account           text        not null,
  name              text        not null,
  language          text        not null,
  category          text        not null,
  previous_category text,
  correct_category  text,                    -- what it becomes at category_at
  category_at       timestamptz,
  status            text        not null,
  reason            text        not null,    -- of a rejection; NONE
  format            text        not null check (format in ('NAMED', 'POSITIONAL')),
  components        text        not null,    -- JSON array, as it was asked for
  quality           text        not null,    -- GREEN, YELLOW, RED, UNKNOWN
  pauses            integer     not null,    -- how often it was paused
  paused_until      timestamptz,
  approved_once     boolean     not null,    -- its name is then blocked for a while after it was deleted
  due_at            timestamptz,             -- when the review ends; technical time; null = when a script says so
  at                timestamptz not null,
  deleted_at        timestamptz,
  position          bigint      generated always as identity
);
create unique index template_name_key on sandbox.template (account, name, language) where deleted_at is null;
create index template_due_idx on sandbox.template (due_at) where due_at is not null;

-- Edits of approved templates, which Meta counts.
create table sandbox.template_edit (
  template text        not null,
  at       timestamptz not null
);

-- Samples of header files on their way through the Resumable Upload API; the bytes lie in the data folder.
create table sandbox.upload (
  id        text   primary key,
  file_type text   not null,
  size      bigint not null,  -- bytes that were announced
  arrived   bigint not null,  -- bytes
  name      text   not null,  -- as claimed
  handle    text   unique,    -- once all have arrived
  media     text              -- id of the file that they make
);
