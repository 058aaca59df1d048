-- What WhatsApp told by refusing (131050) belongs to the customer and counts for all lines.
insert into customer.consent (customer, purpose, state, source, at, line)
select o.customer, 'MARKETING', 'WITHDRAWN', 'CHANNEL', o.at, o.line
from conversation.opt_out o join customer.customer c on c.id = o.customer
order by o.at;
drop table conversation.opt_out;
