-- beside the traffic
-- What the channels have yet to look at, which is next to nothing among all.
create index concurrently if not exists notice_waits on notice (office, id) where waits;
