-- Lists of clocks, the first due first: of every open one, and of one state.
drop index servicelevel.clock_open_due_idx;
create index clock_open_due_idx on servicelevel.clock (due_at, id) where ended_at is null;
create index clock_state_due_idx on servicelevel.clock (state, due_at, id);

-- Cases whose clocks are to be asked for again; emptied by a loop.
create table servicelevel.reapply (
  case_number text primary key,
  cause       text not null
);
