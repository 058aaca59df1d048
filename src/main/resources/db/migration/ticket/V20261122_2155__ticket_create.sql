create schema if not exists ticket;

-- The part of a protocol number that counts; gaps are allowed.
create sequence ticket.protocol;

create table ticket.ticket (
  number     text        primary key,
  resolution text,                     -- chosen by whoever closed it
  reason     text,                     -- of its priority, from priority.dmn
  opened_at  timestamptz not null,     -- business time
  closed_at  timestamptz,
  version    integer     not null
);
