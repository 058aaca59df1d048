-- Files as Meta keeps them; the bytes lie in the data folder.
create table sandbox.media (
  id        text        primary key,  -- Meta's media id
  phone     text,                     -- digits of the customer who sent it; null = uploaded by the company
  mime_type text        not null,     -- as claimed
  filename  text        not null,     -- as claimed
  sha256    text        not null,     -- base64
  size      bigint      not null,     -- bytes
  at        timestamptz not null      -- business time
);
create index media_at_idx on sandbox.media (at);
