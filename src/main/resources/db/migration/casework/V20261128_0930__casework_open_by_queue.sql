create index case_file_open_queue_idx on casework.case_file (queue) where closed_at is null;
create index case_file_open_owner_idx on casework.case_file (owner) where closed_at is null;
