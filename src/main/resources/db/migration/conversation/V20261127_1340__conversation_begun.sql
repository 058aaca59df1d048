-- Conversations that the company has begun, with a template.
alter table conversation.conversation
  add column begun_by text,                       -- user id; null: the customer began it
  add column note     text;                       -- why, for colleagues
create index conversation_begun_idx on conversation.conversation (last_message_at) where begun_by is not null and state <> 'RESOLVED';
