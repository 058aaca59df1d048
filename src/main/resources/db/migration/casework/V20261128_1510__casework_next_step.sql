-- What comes next in open cases. Times are UTC.
create table casework.next_step (
  case_number text        not null references casework.case_file (number),
  reference   text        not null,  -- the number of a follow-up, the id of an element
  what        text        not null check (what in ('task', 'followUp', 'wait', 'byHand')),
  at          timestamptz not null,
  primary key (case_number, reference));
