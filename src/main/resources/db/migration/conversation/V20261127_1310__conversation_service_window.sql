-- WhatsApp counts one window for a person and a line, whichever of his conversations he writes in. Times are the channel's.
create table conversation.service_window (
  customer        uuid        not null,
  line            uuid        not null,
  last_inbound_at timestamptz,                    -- null: he never wrote on this line
  closed_at       timestamptz,                    -- the channel said so (131047); his next message opens it again
  primary key (customer, line)
) with (fillfactor = 70);                         -- every message of a customer touches his row
alter table conversation.service_window set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, vacuum_truncate = false);

insert into conversation.service_window (customer, line, last_inbound_at, closed_at)
select customer, line, max(last_inbound_at),
  case when max(last_inbound_at) is null or max(window_closed_at) >= max(last_inbound_at) then max(window_closed_at) end
from conversation.conversation group by customer, line
having max(last_inbound_at) is not null or max(window_closed_at) is not null;

alter table conversation.conversation drop column last_inbound_at, drop column window_closed_at;
