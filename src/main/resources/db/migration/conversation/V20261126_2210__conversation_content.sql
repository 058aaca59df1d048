-- What a message holds besides its words, in terms of no channel; what it hangs on; and what became of it later.
alter table conversation.message
  add column content       jsonb,
  add column circumstances jsonb,                 -- forwarded, product, advertisement, errors of the channel
  add column media         uuid,                  -- the file that belongs to it
  add column target        text,                  -- provider id of the message that this one changes: reaction, edit, revocation
  add column edited_at     timestamptz,           -- the channel's time
  add column revoked_at    timestamptz,           -- the channel's time; kept for audit, no longer shown
  add column again_of      uuid;                  -- the failed message that this one repeats
create index message_target_idx on conversation.message (target) where target is not null;

-- What a message said before it was edited.
create table conversation.message_version (
  message  uuid        not null,
  seq      bigint      generated always as identity,
  text     text,
  content  jsonb,
  until    timestamptz not null,                  -- the channel's time of the edit that replaced it
  primary key (message, seq)
);

alter table conversation.conversation
  add column referral         jsonb,              -- the advertisement that brought the customer
  add column free_entry_until timestamptz,        -- end of a free entry point of 72 hours; null = none
  add column window_closed_at timestamptz;        -- the channel said so (131047); the next inbound message opens it again
