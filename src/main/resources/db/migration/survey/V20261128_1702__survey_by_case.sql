create index survey_case_idx on survey.survey (case_number) where case_number is not null;
