-- Which nodes live. A node is one start of the program; its row outlives it by a day. Technical time.
create table platform.node (
  id      text        primary key,
  seen_at timestamptz not null     -- its last beat
);
