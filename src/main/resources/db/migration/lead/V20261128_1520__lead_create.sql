create schema if not exists lead;

-- The part of a lead's number that counts; gaps are allowed.
create sequence lead.number;

-- Times are UTC. Other modules are known by id only.
create table lead.lead (
  number          text        primary key,
  customer        uuid        not null,
  conversation    uuid        not null,
  queue           text        not null,  -- who has its case; kept by casework
  owner           text,
  stage           text        not null check (stage in ('NEW', 'CONTACTED', 'QUALIFIED', 'OPPORTUNITY', 'PROPOSAL',
                                                        'NURTURING', 'WON', 'LOST')),
  stage_since     timestamptz not null,
  moved_at        timestamptz not null,  -- something happened in it: a message, a stage, a field
  source          text        not null,  -- ad, campaign, line, import, agent, api
  source_detail   text,                  -- id of the advertisement or campaign, name of the line
  product         text,                  -- what he wants to buy, as the company calls it; one open lead of each
  value           numeric(14, 2),
  currency        text,                  -- ISO 4217
  probability     integer,               -- per cent
  score           integer,
  grade           text,
  engagement      integer     not null,  -- messages of the customer
  products        text,
  competitors     text,
  decision_makers text,
  objections      text,
  next_step       text,
  lost_reason     text,
  lost_to         text,                  -- the competitor
  put_off_until   timestamptz,
  welcomed        boolean     not null,
  follow_ups      integer     not null,  -- that were planned for it, ever
  asked           integer     not null,  -- questions that the process has asked
  refused         boolean     not null,  -- he does not want to be asked
  opened_at       timestamptz not null,
  contacted_at    timestamptz,           -- milestones: when it reached the stage first
  qualified_at    timestamptz,
  opportunity_at  timestamptz,
  proposal_at     timestamptz,
  closed_at       timestamptz,
  version         integer     not null
);
create index lead_open_idx on lead.lead (stage, stage_since, number) where closed_at is null;
create index lead_customer_idx on lead.lead (customer) where closed_at is null;
create index lead_conversation_idx on lead.lead (conversation) where closed_at is null;
create index lead_opened_idx on lead.lead (opened_at desc, number);

-- What is known of him that lead-score counts, and from where. The newest of a criterion counts.
create table lead.criterion (
  id        bigint      generated always as identity primary key,
  number    text        not null references lead.lead (number),
  criterion text        not null check (criterion in ('need', 'companySize', 'budget', 'timeline', 'decisionMaker')),
  value     text,                    -- null: taken back
  source    text        not null,    -- message, question, agent, api
  reference text,                    -- id of the message, id of the user
  at        timestamptz not null
);
create index criterion_lead_idx on lead.criterion (number, criterion, id desc);

create table lead.stage_change (
  id     bigint      generated always as identity primary key,
  number text        not null references lead.lead (number),
  stage  text        not null,
  why    text        not null,
  at     timestamptz not null
);
create index stage_change_lead_idx on lead.stage_change (number, id);
