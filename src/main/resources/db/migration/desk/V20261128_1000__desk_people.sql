-- People and how work finds them. Whoever is in a queue's group is an agent; who has no row here works as the defaults say.
-- Names, passwords and groups are the engine's.
create table desk.agent (
  id        text    primary key,                     -- the engine's user
  languages text[]  not null default '{}',           -- two letters each; none = whatever customers speak
  skills    text[]  not null default '{}',
  capacity  integer not null default 5 check (capacity between 0 and 1000),  -- open tasks that rules may give him
  calendar  text,                                    -- his shift; null = that of his queues
  active    boolean not null default true            -- false once he has left
);

create table desk.skill (
  id   text primary key,
  name text not null
);

alter table desk.queue
  add strategy          text    not null default 'leastLoaded'
      check (strategy in ('owner', 'leastLoaded', 'roundRobin', 'byHand')),
  add overflow_queue    text    references desk.queue (id),
  add overflow_minutes  integer check (overflow_minutes > 0),
  add take_back_minutes integer default 60 check (take_back_minutes > 0),  -- of business time; null = never
  add active            boolean not null default true;

-- Who is there. A row comes into being when somebody says so the first time.
create table desk.presence (
  agent         text        primary key,
  chosen        text        not null check (chosen in ('ONLINE', 'BUSY', 'AWAY', 'OFFLINE')),  -- by himself
  reason        text,
  since         timestamptz not null,               -- business time: from when people see him so
  heartbeat_at  timestamptz not null default now(), -- technical time
  lost          boolean     not null default false, -- no screen of his has been heard of for two minutes
  last_given_at timestamptz                         -- technical time: when a rule gave him work last
);

create table desk.absence (
  id          uuid        primary key,
  agent       text        not null,
  from_at     timestamptz not null,                 -- business time, both
  until_at    timestamptz not null,
  substitute  text,
  reason      text,
  handed_over boolean     not null default false,   -- his due work was given away when it began
  check (until_at > from_at)
);
create index absence_agent_idx on desk.absence (agent, until_at);
create index absence_begun_idx on desk.absence (from_at) where not handed_over;
