-- beside the traffic
-- The way to the cases that gave a post at a unit a seat: by `task_by_org` alone every seat of the unit was read for the few of
-- one post, 71 ms instead of 2 for a clerk of a unit with a large archive.
create index concurrently if not exists task_by_post on task (office, org, role, case_id desc) where org is not null;
