create schema if not exists survey;

-- The part of a survey's number that counts; gaps are allowed.
create sequence survey.number;

create table survey.survey (
  number              text        primary key,
  kind                text        not null,     -- CSAT, NPS
  customer            uuid        not null,
  conversation        uuid        not null,
  line                uuid        not null,
  case_number         text,                     -- after which it was asked
  queue               text        not null,     -- whose the conversation was then
  owner               text,
  state               text        not null,     -- WAITING, ASKED, ANSWERED, UNANSWERED, NOT_ASKED
  reason              text,                     -- why he was not asked
  round               uuid,
  wanted_at           timestamptz not null,     -- business time, as all here
  asked_at            timestamptz,
  score               integer,
  answered_at         timestamptz,
  late                boolean     not null default false,
  comment             text,
  comment_until       timestamptz,
  recovery_case       text,
  process_instance_id text
);

-- The newest that a customer was asked: the frequency cap, and what a bare number answers.
create index survey_customer_idx on survey.survey (customer, asked_at desc nulls last);
create index survey_waiting_idx on survey.survey (customer) where state = 'WAITING';
create index survey_asked_idx on survey.survey (kind, asked_at);
create index survey_list_idx on survey.survey (wanted_at desc, number desc);

-- Every answer, those included that came too late to be counted.
create table survey.answer (
  id      bigint generated always as identity primary key,
  survey  text        not null references survey.survey (number),
  at      timestamptz not null,
  score   integer     not null,
  message uuid        not null,
  counted boolean     not null
);
create index answer_survey_idx on survey.answer (survey);

-- A question to many: who is to be asked, and what became of it.
create table survey.round (
  id        uuid        primary key,
  wanted_by text,                               -- user id; null = the calendar
  audience  text        not null,               -- customers, segment, served
  wanted_at timestamptz not null,
  done_at   timestamptz
);
create table survey.round_customer (
  round    uuid    not null references survey.round (id),
  customer uuid    not null,
  done     boolean not null default false,
  reason   text,                                -- why he is not asked; null = he is
  primary key (round, customer)
);
create index round_customer_open_idx on survey.round_customer (round, customer) where not done;
create index round_open_idx on survey.round (wanted_at) where done_at is null;
