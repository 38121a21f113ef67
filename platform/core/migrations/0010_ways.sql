-- beside the traffic
-- The ways to the cases a person may see that do not lead through the unit or the applicant: by the division that was given a
-- seat, by who sat there by name, by who did the work. Newest first, as lists run, so that a page of them costs the same
-- whether they are most of an office's cases or few.
create index concurrently if not exists task_by_org on task (office, org, case_id desc) where org is not null;
create index concurrently if not exists task_by_person on task (office, person, case_id desc) where person is not null;
create index concurrently if not exists task_by_doer on task (office, done_by, case_id desc) where done_by is not null;
-- Which versions of services cases run on: asked at every start.
create index concurrently if not exists case_file_version on case_file (service, version);
-- What the statistics draw day by day and by country, read from the index alone.
create index concurrently if not exists day_fact_drawn on day_fact (office, day, service, what, unit) include (n) where what in ('received', 'handled');
create index concurrently if not exists country_fact_sums on country_fact (office, day, unit) include (country, trips, persons);
