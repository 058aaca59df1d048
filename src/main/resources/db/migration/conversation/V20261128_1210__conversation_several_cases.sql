-- A conversation may be about several cases at once. These are its open ones but for the current: whose they are may see it too.
alter table conversation.conversation
  add other_cases  text[] not null default '{}',
  add other_queues text[] not null default '{}',
  add other_owners text[] not null default '{}';
