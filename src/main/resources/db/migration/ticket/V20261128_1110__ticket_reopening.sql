-- Business time. A ticket is resolved when its need is met, and closed when the time to come back is over too.
alter table ticket.ticket add column resolved_at timestamptz;
alter table ticket.ticket add column reopened integer not null default 0;
update ticket.ticket set resolved_at = closed_at;
