-- How the company calls people in an address book of its own, by the number that is compared. Of those who are no customers
-- it is kept for a month only: until what was said with them has come.
create table customer.saved_name (
  key  text        primary key,
  name text,                                      -- null = no longer saved
  at   timestamptz not null                       -- the channel's time
);
create index saved_name_at_idx on customer.saved_name (at);
