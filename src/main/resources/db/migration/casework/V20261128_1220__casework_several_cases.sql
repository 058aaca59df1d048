create index case_file_open_conversation_idx on casework.case_file (conversation) where closed_at is null;

-- Cases that people have found to belong together; each pair once, the smaller number first.
create table casework.case_link (
  one      text        not null references casework.case_file (number),
  other    text        not null references casework.case_file (number),
  why      text        not null check (why in ('related', 'split', 'merged')),
  at       timestamptz not null,
  by_whom  text        not null,
  primary key (one, other),
  check (one < other)
);
create index case_link_other_idx on casework.case_link (other);
