-- All that the message says is that its customer wants to be written to no more: that was heeded when it was stored, and needs
-- neither an answer nor a person.
alter table conversation.message add column opts_out boolean not null default false;
