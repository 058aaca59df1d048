create index case_file_kind_idx on casework.case_file (kind, opened_at desc, number desc);
create index case_file_kind_state_idx on casework.case_file (kind, state, opened_at desc, number desc);
