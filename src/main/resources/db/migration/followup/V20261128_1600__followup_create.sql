create schema if not exists followup;

-- The part of a follow-up's number that counts; gaps are allowed.
create sequence followup.number;
