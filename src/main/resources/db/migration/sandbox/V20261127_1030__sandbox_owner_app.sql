-- Written before the number came to the Cloud API, and told of afterwards: opens no window.
alter table sandbox.message add column history boolean not null default false;
