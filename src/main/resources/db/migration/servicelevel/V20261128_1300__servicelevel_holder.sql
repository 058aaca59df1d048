-- In which queue the case is and who has it, kept while a clock runs: once it has ended it tells under whom it was late.
alter table servicelevel.clock
  add column queue text,
  add column owner text;

-- Lists are asked for by state, the first due first; of every open clock, state by state.
drop index servicelevel.clock_open_due_idx;
drop index servicelevel.clock_state_due_idx;
create index clock_state_due_idx on servicelevel.clock (state, due_at, id) include (queue, owner);
create index clock_queue_due_idx on servicelevel.clock (queue, state, due_at, id);
create index clock_owner_due_idx on servicelevel.clock (owner, state, due_at, id);

-- What ended late: few of all that ended. One whose case was taken away while it was late is among them.
create index clock_late_idx on servicelevel.clock (ended_at, id)
  where state = 'MET_LATE' or (state = 'CANCELLED' and due_at < coalesce(paused_at, ended_at));
create index clock_late_queue_idx on servicelevel.clock (queue, ended_at, id)
  where state = 'MET_LATE' or (state = 'CANCELLED' and due_at < coalesce(paused_at, ended_at));
create index clock_late_owner_idx on servicelevel.clock (owner, ended_at, id)
  where state = 'MET_LATE' or (state = 'CANCELLED' and due_at < coalesce(paused_at, ended_at));
