-- What was said before this program was there lies in conversations of its own: over from the start, and no rule of those of
-- today looks at them.
alter table conversation.conversation add column imported boolean not null default false;
create index conversation_imported_idx on conversation.conversation (customer, line) where imported;
