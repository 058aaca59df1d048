-- Who is calling the channel for it; null unless it is SENDING, and for what was sent before this column was there.
alter table conversation.outgoing add column node text;
