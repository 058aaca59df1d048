-- Proves that a node has the key with which this database's secrets are sealed; comes with the first of them.
create table platform.secret_check (
  one    boolean primary key default true check (one),
  sealed text    not null            -- nothing, sealed
);
