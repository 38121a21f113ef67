-- beside the traffic
-- Cases whose limits have something to say, which are few among all.
create index concurrently if not exists case_file_timer on case_file (timer_at) where timer_at is not null;
