-- A line may say it in its own words; null = for all lines. Times are business time.
alter table conversation.text_entry
  add column line      uuid,
  add column edited_at timestamptz,
  add column edited_by text;            -- user id
alter table conversation.text_entry drop constraint text_entry_pkey;
create unique index text_entry_idx on conversation.text_entry (key, language, line) nulls not distinct;
