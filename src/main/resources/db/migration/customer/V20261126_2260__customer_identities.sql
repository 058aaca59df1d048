create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- For search: no accents, no capitals. Immutable as long as nobody edits the dictionary, which no installation of ours does.
create function customer.plain(text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

alter table customer.customer
  add column merged_into uuid references customer.customer (id);  -- the customer who goes on; never one who is merged himself
create index customer_merged_idx on customer.customer (merged_into) where merged_into is not null;
create index customer_newest_idx on customer.customer (created_at desc, id desc) where merged_into is null;
create index customer_name_idx on customer.customer using gin (customer.plain(name) public.gin_trgm_ops);

-- One way in which a channel knows or knew the customer. Times are business time.
alter table customer.identity
  drop constraint identity_pkey,
  drop constraint identity_kind_check,
  add constraint identity_kind_check check (kind in ('PHONE', 'USER_ID', 'PARENT_USER_ID', 'USERNAME')),
  add column id          bigint generated always as identity primary key,
  add column known_since timestamptz,
  add column used_since  timestamptz,   -- of several of one kind the newest is written to
  add column valid_until timestamptz,   -- null = still his
  add column ended       text check (ended in ('CHANGED', 'TAKEN_OVER', 'REPLACED'));
update customer.identity i set known_since = c.created_at, used_since = c.created_at
  from customer.customer c where c.id = i.customer;
alter table customer.identity
  alter column known_since set not null,
  alter column used_since set not null;

-- Nobody shares what names one person; a parent id is one person's as well, but known to several portfolios.
create unique index identity_key_idx on customer.identity (kind, key) where valid_until is null and kind <> 'PARENT_USER_ID';
create index identity_any_idx on customer.identity (kind, key);   -- former ones and parent ids, too
create index identity_part_idx on customer.identity using gin (customer.plain(value) public.gin_trgm_ops);

-- What became of a customer's identity, for the timeline and for audit. Ids only.
create table customer.occurrence (
  id       bigint      generated always as identity primary key,
  customer uuid        not null references customer.customer (id),
  at       timestamptz not null,        -- business time
  what     text        not null check (what in ('MERGED', 'NUMBER_CHANGED', 'USER_ID_CHANGED', 'NUMBER_TAKEN_OVER', 'NUMBER_LOST')),
  by_user  text,                        -- who did it; null = the channel proved it
  other    uuid                         -- the customer who was merged into this one
);
create index occurrence_customer_idx on customer.occurrence (customer, at, id);
