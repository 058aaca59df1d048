-- What colleagues were told on their own WhatsApp: a step that is repeated says it to nobody twice. Business time.
create table casework.colleague_message (
  escalation  bigint      not null references casework.escalation (id) on delete cascade,
  level       integer     not null,
  person      text        not null,
  at          timestamptz not null,
  provider_id text        not null,
  primary key (escalation, level, person)
);
