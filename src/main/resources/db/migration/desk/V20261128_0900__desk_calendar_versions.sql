-- A changed calendar gets a further version; whoever promised time by an old one goes on counting by it. Kept also after
-- the calendar itself is taken away.
create table desk.calendar_version (
  calendar   text        not null,
  version    integer     not null,
  definition jsonb       not null,   -- as the API has it: timeZone, holidays, hours, exceptions
  changed_at timestamptz,            -- business time; null = as shipped
  changed_by text,
  primary key (calendar, version)
);

insert into desk.calendar_version (calendar, version, definition)
select c.name, 1, jsonb_strip_nulls(jsonb_build_object('timeZone', c.time_zone, 'holidays', c.holidays)) || jsonb_build_object(
  'exceptions', '[]'::jsonb,
  'hours', (
    select jsonb_object_agg(d.day, d.hours) from (
      select (array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])[o.day] as day,
        jsonb_agg(jsonb_build_object(
          'opens', to_char(o.opens, 'HH24:MI'), 'closes', to_char(o.closes, 'HH24:MI')) order by o.opens) as hours
      from desk.opening o where o.calendar = c.name group by o.day) d))
from desk.calendar c;

drop table desk.opening;
alter table desk.calendar drop column time_zone, drop column holidays;
alter table desk.calendar add column version integer not null default 1;   -- the one that counts
alter table desk.calendar alter column version drop default;
