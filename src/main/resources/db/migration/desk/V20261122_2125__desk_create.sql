create schema if not exists desk;

create table desk.calendar (
  name      text primary key,
  time_zone text,              -- null = the company's
  holidays  text               -- ISO 3166 code of whose holidays are kept; null = none
);

-- Opening hours; several a day, none past midnight yet.
create table desk.opening (
  calendar text    not null references desk.calendar (name),
  day      integer not null check (day between 1 and 7),   -- ISO: Monday is 1
  opens    time    not null,
  closes   time    not null,
  primary key (calendar, day, opens),
  check (closes > opens)
);

create table desk.queue (
  id       text primary key,   -- the engine's group
  name     text not null,
  calendar text not null references desk.calendar (name)
);

insert into desk.calendar (name, time_zone, holidays) values ('standard', null, 'br'), ('support', null, 'br');
insert into desk.opening (calendar, day, opens, closes)
select calendar, day, opens, closes
from (values ('standard'), ('support')) c (calendar), generate_series(1, 5) day,
     (values (time '09:00', time '12:00'), (time '13:00', time '18:00')) o (opens, closes);
insert into desk.opening (calendar, day, opens, closes) values ('support', 6, '09:00', '13:00');

insert into desk.queue (id, name, calendar) values
  ('triage', 'Triage', 'support'), ('sales', 'Sales', 'standard'), ('support', 'Support', 'support'),
  ('billing', 'Billing', 'standard'), ('retention', 'Retention', 'standard');
