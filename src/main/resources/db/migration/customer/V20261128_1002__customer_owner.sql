-- Whoever leaves hands his customers over.
create index customer_owner_idx on customer.customer (owner) where owner is not null;
