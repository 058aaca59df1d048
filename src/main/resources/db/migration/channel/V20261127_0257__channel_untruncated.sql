-- What is swept is not given back to the disk: for that, autovacuum waits up to five seconds in a transaction, and live
-- screens wait with it, for which no event is past before all transactions before it are.
alter table channel.unsplit set (vacuum_truncate = false);
alter table channel.element set (vacuum_truncate = false);
alter table channel.status set (vacuum_truncate = false);
