create schema if not exists customer;

create table customer.customer (
  id         uuid        primary key,
  name       text        not null,     -- what he calls himself, or his number
  language   text,                     -- of his messages; null = not known
  segment    text,                     -- of the company's own making
  owner      text,                     -- user id of the person responsible
  created_at timestamptz not null,     -- business time
  version    integer     not null
);

-- One way in which a channel knows the customer. The key is what is compared, the value is what is dialled.
create table customer.identity (
  kind     text not null check (kind in ('PHONE', 'USER_ID')),
  key      text not null,
  value    text not null,
  customer uuid not null references customer.customer (id),
  primary key (kind, key)
);
create index identity_customer_idx on customer.identity (customer);
