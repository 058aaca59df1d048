-- The company's numbers as the stand-in knows them. Those of the settings are written down at every start.
create table sandbox.line (
  id       text primary key,         -- phone number id
  display  text not null,            -- the number as people read it
  position bigint generated always as identity
);

-- A customer may belong to a parent business' portfolio, and may get another user id; null = none.
alter table sandbox.phone add column parent_user_id text;

-- Until now there was one line.
alter table sandbox.message add column line text not null default '100000000000001';
alter table sandbox.message alter column line drop default;
alter table sandbox.message drop constraint message_status_check;
alter table sandbox.message add check (status in ('sent', 'delivered', 'read', 'played', 'failed'));

alter table sandbox.webhook add column line text not null default '100000000000001';
alter table sandbox.webhook alter column line drop default;
alter table sandbox.webhook drop constraint webhook_kind_check;
alter table sandbox.webhook add check (kind in ('messages', 'statuses', 'calls', 'value'));
