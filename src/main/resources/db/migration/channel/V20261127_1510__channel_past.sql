-- Pieces of what was before this program came to a line, until they are stored. Times are technical.
create table channel.past (
  id         bigint      generated always as identity primary key,
  line       uuid        not null,
  delivery   bigint      not null,
  payload    text        not null,               -- the adapter's own JSON
  since      timestamptz not null default now(),
  not_before timestamptz not null default now(),
  attempts   integer     not null default 0
);
create index past_due_idx on channel.past (not_before, id);
-- How far the channel has come with telling a line's past.
create table channel.past_progress (
  line    uuid        primary key references channel.line (id),
  phase   integer     not null,
  percent integer     not null,
  at      timestamptz not null                   -- business time
);
alter table channel.past set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.02, vacuum_truncate = false);
