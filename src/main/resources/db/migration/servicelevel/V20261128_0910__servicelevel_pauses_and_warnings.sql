-- All times are business time.
alter table servicelevel.clock
  add column warn_percent     integer not null default 0,      -- of the promise; 0 = never warns
  add column warn_at          timestamptz,
  add column warned           boolean not null default false,
  add column calendar_version integer not null default 1,      -- by which it counts, whatever becomes of the calendar
  add column paused_at        timestamptz,
  add column paused_for       text,
  add column left_micros      bigint  not null default 0;      -- working time that remained when it was paused
update servicelevel.clock set calendar_version = 0 where calendar = 'clock';
alter table servicelevel.clock
  alter column warn_percent drop default, alter column warned drop default, alter column calendar_version drop default,
  alter column left_micros drop default;

alter table servicelevel.ledger drop constraint ledger_event_check;
alter table servicelevel.ledger
  add constraint ledger_event_check
    check (event in ('START', 'WARN', 'PAUSE', 'RESUME', 'BREACH', 'MOVE', 'END', 'REOPEN', 'CANCEL')),
  add column due_before       timestamptz,                     -- null when it began
  add column minutes          integer,                         -- this and what follows: where the table was asked
  add column calendar         text,
  add column calendar_version integer,
  add column table_version    integer,
  add column rule             text,
  add column note             text;                            -- what was wrong, as code:value
create index ledger_clock_idx on servicelevel.ledger (clock, id);
