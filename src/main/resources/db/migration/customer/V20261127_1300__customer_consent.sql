-- What customers have said about being written to. A ledger: rows are never changed, the newest of a purpose counts, and of
-- two of one moment the one that withdraws. The rows of a customer who was merged stay his and are read with those of the
-- one who goes on: what is written down while two become one cannot be lost.
create table customer.consent (
  id       bigint      generated always as identity primary key,
  customer uuid        not null references customer.customer (id),
  purpose  text        not null check (purpose in ('SERVICE', 'MARKETING')),
  state    text        not null check (state in ('GRANTED', 'WITHDRAWN')),
  source   text        not null check (source in ('API', 'IMPORT', 'AGENT', 'FORM', 'KEYWORD', 'PREFERENCES', 'CHANNEL')),
  proof    text,                        -- id of a message, address, words
  at       timestamptz not null,        -- business time, or the channel's: when he said it
  line     uuid,                        -- over which he said it
  by_user  text                         -- who wrote it down; null = no person did
);
create index consent_customer_idx on customer.consent (customer, purpose, at desc);
create index consent_newest_idx on customer.consent (at desc, id desc);
