-- What Meta thinks of a number.
alter table sandbox.line add column verified_name text not null default 'Casa Clima';
alter table sandbox.line alter column verified_name drop default;
alter table sandbox.line add column name_status text not null default 'APPROVED';
alter table sandbox.line add column quality     text not null default 'GREEN';
alter table sandbox.line add column throughput  text not null default 'STANDARD';
alter table sandbox.line add column status      text not null default 'CONNECTED';
alter table sandbox.line add column on_app      boolean not null default false; -- its owner uses it in the phone app as well
