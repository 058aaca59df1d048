-- Files that the company keeps to send again and again, such as a price list. All of its users may see them.
alter table conversation.media
  add column kept    boolean not null default false,  -- never swept, also after another file has taken its name
  add column kept_as text unique;                     -- by which processes name it
