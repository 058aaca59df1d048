create schema if not exists engine;

-- What an external task of a suspended case came to: told to the case once it is activated again. Times are technical.
create table engine.held_outcome (
  task         text        primary key,
  conversation text,                     -- whose turn it is told in; null = a case without one
  kind         text        not null check (kind in ('COMPLETED', 'BUSINESS', 'FAILED')),
  code         text,                     -- of the BPMN error
  reason       text,
  held_at      timestamptz not null default now()
);
