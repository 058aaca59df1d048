-- Until then somebody beside the case, such as a survey, listens to what the customer answers. Business time. It stands on the
-- conversation because every message reads that row anyway.
alter table conversation.conversation add column asked_aside_until timestamptz;
