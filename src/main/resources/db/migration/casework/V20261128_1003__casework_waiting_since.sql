-- Business time: since when a customer was found waiting for who has the task. Whoever writes again and again has waited all along.
alter table casework.work_item add waiting_since timestamptz;
