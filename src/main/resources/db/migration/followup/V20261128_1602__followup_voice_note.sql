-- Whether somebody promised something in a voice note, as its sender says; asked once.
create table followup.voice_note (
  message     uuid        primary key,
  answered_by text        not null,
  answered_at timestamptz not null,     -- business time
  follow_up   text                      -- what was promised; null = nothing
);
