-- How open work finds an agent. All of it is worked out once after a task's queue or assignee has changed: as long as
-- planned_for does not name both as they are, that has yet to be done. Times are business time where nothing else is said.
alter table casework.work_item
  add planned_for    text,
  add strategy       text,         -- how an agent is found
  add skill          text,
  add language       text,
  add preferred      text,         -- whose customer it is
  add overflow_queue text,
  add overflow_at    timestamptz,  -- when it goes there unless somebody has it
  add overflowed     boolean not null default false,  -- once is enough: two full queues would play ball with it
  add taken_at       timestamptz,  -- since when its assignee has it
  add take_back_at   timestamptz,  -- when to look whether the customer waits for him
  add not_to         text,         -- who has let it lie: no rule gives it to him again
  add offered_to     text,         -- whom a rule has chosen, until he has it
  add offered_at     timestamptz;  -- technical time: an offer that nobody carried out lapses

create index work_item_unplanned_idx on casework.work_item (created_at)
  where planned_for is distinct from coalesce(queue, '') || ' ' || coalesce(assignee, '');
create index work_item_waiting_idx on casework.work_item (queue, due_at, created_at, task_id)
  where assignee is null and strategy <> 'byHand';
create index work_item_overflow_idx on casework.work_item (overflow_at) where overflow_at is not null;
create index work_item_take_back_idx on casework.work_item (take_back_at) where take_back_at is not null;
create index work_item_offered_idx on casework.work_item (offered_to) where offered_to is not null;

-- What tables asked for that there is not: shown to managers until one of them has seen it.
create table casework.misrouted (
  id          bigint      generated always as identity primary key,
  at          timestamptz not null,
  case_number text        not null,
  decision    bigint      not null,   -- of casework.decision, where all that was known stands
  version     integer     not null,
  rules       text[]      not null,
  field       text        not null,   -- queue or skill
  wanted      text        not null,
  moved_at    timestamptz,            -- when the case was moved to triage for it
  seen_by     text,                   -- user id
  unique (decision, field)
);
create index misrouted_unseen_idx on casework.misrouted (id) where seen_by is null;
create index case_file_owned_idx on casework.case_file (customer, opened_at desc) where owner is not null;

-- What somebody handed over who left, and what is still to be done of it.
create table casework.leaving (
  id         bigint      generated always as identity primary key,
  agent      text        not null,
  successor  text,                    -- null = by rule
  note       text,
  by_whom    text        not null,
  at         timestamptz not null,
  done_at    timestamptz
);
create index leaving_open_idx on casework.leaving (id) where done_at is null;

-- Customers who have another owner because theirs left, for their timelines.
create table casework.handed_over (
  id        bigint      generated always as identity primary key,
  customer  uuid        not null,
  at        timestamptz not null,
  agent     text        not null,
  successor text,
  note      text,
  by_whom   text        not null
);
create index handed_over_customer_idx on casework.handed_over (customer, at, id);
create index misrouted_unmoved_idx on casework.misrouted (id) where field = 'skill' and moved_at is null;
