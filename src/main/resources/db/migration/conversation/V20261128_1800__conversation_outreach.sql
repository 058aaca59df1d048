-- What is said to bring a customer back needs his consent to advertising, be it a text in an open window.
alter table conversation.outgoing add column advertises boolean not null default false;

-- Who has been silent since when: only those who have just been silent for long enough are read.
create index service_window_silent_idx on conversation.service_window (last_inbound_at, customer, line);
