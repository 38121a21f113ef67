-- Limits in minutes and days of cases: the next instant at which one has something to say. Derived; the events are the record.
alter table case_file add column timer_at timestamptz;
