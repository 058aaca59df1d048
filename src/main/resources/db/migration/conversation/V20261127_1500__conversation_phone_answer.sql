-- Answers from the channel's own app, until word, clocks and statuses have followed. A message stands here once.
create table conversation.phone_answer (
  message      uuid        primary key,
  conversation uuid        not null,
  provider_id  text        not null,
  at           timestamptz not null,              -- the channel's time
  taken        boolean     not null default false,  -- the word is his; what is left is a case that is about to be opened
  noted_at     timestamptz not null default now(),  -- technical
  not_before   timestamptz not null default now(),  -- technical
  attempts     integer     not null default 0
);
create index phone_answer_due_idx on conversation.phone_answer (not_before);
create index phone_answer_conversation_idx on conversation.phone_answer (conversation);

-- What nobody has answered for long is found by its state.
create index conversation_waiting_idx on conversation.conversation (last_message_at) where state = 'WAITING_CUSTOMER';
