-- What a message costs, by the channel's first word about its price and the price list of that day. Null without such a word,
-- and for messages that were priced before these columns were there.
alter table conversation.message
  add column cost_category text,
  add column cost_billable boolean,              -- null: the channel's words do not tell
  add column cost_market   text,                 -- whose price it has
  add column cost_amount   numeric(12,6),        -- null: nobody knows the price
  add column cost_currency text,
  add column cost_sample   boolean;              -- by the shipped sample list, which is nobody's
