-- For search: no accents, no capitals. Immutable as long as nobody edits the dictionary, which no installation of ours does.
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create function lead.plain(text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));
create index lead_product_idx on lead.lead using gin (lead.plain(product) public.gin_trgm_ops);

-- What was offered: a file, of which each newer one is another version. Its bytes lie in the media store, under this id.
create table lead.proposal (
  id          uuid          primary key,
  number      text          not null references lead.lead (number),
  version     integer,                  -- null while its bytes are on their way
  name        text          not null,   -- of the file, made harmless
  type        text,                     -- as its bytes say
  size        bigint,
  message     uuid,                     -- which has carried it to the customer
  value       numeric(14, 2),
  currency    text,                     -- ISO 4217
  valid_until date,
  added_by    text          not null,   -- user id
  added_at    timestamptz   not null,
  state       text          not null check (state in ('ARRIVING', 'UNREAD', 'READ', 'UNREADABLE')),
  taken_at    timestamptz,              -- when somebody began to read it
  attempts    integer       not null,
  words       text,                     -- what it says, as far as it is searched
  found_by    tsvector      generated always as (to_tsvector('portuguese', lead.plain(
    regexp_replace(name, '[^[:alnum:]]+', ' ', 'g') || ' ' || coalesce(words, '')))) stored,
  unique (number, version)
);
create index proposal_found_idx on lead.proposal using gin (found_by);
create index proposal_name_idx on lead.proposal using gin (lead.plain(name) public.gin_trgm_ops);
create index proposal_undone_idx on lead.proposal (added_at) where state in ('ARRIVING', 'UNREAD');
