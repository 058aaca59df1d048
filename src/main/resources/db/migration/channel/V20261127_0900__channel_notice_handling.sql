-- Notices are acted on in the order of their arrival. What came before this column was there has been seen by managers.
alter table channel.notice
  add column account  text    not null default '',      -- the channel's id of the business account
  add column waits    boolean not null default false,   -- somebody handles its field and has not done so yet
  add column attempts integer not null default 0,
  add column not_before timestamptz not null default now(),  -- technical
  add column problem  text;                              -- why it could not be handled
create index notice_waiting_idx on channel.notice (id) where waits;
