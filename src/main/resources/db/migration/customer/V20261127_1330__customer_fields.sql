-- What the company notes of a customer under names of its own: {"contract": "4711"}. Texts only.
alter table customer.customer add column fields jsonb not null default '{}';
