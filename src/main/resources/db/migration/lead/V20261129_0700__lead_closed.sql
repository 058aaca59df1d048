-- The newest of what is over, for the board: a few days of years.
create index lead_closed_idx on lead.lead (closed_at desc, number) where closed_at is not null;
