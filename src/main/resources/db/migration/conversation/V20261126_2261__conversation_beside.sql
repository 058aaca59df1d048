-- Two customers who turn out to be one may each have an open conversation on the same line. Both go on, as each may have
-- its process, clocks and tasks: the most recently active one is the customer's, the others stand beside it until resolved.
alter table conversation.conversation add column beside boolean not null default false;
drop index conversation.conversation_open_idx;
create unique index conversation_open_idx on conversation.conversation (customer, line) where state <> 'RESOLVED' and not beside;
create index conversation_line_idx on conversation.conversation (customer, line) where state <> 'RESOLVED';
