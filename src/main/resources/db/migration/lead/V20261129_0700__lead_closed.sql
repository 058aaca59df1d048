-- What has ended lately, for the board: a few days of years.
create index lead_closed_idx on lead.lead (closed_at) where closed_at is not null;
