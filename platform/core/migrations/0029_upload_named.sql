-- beside the traffic
-- Whether what was uploaded to a case came to be part of it: null, nobody looked yet; false, no event named it when it was
-- looked at last, and it goes at the next look.
alter table upload add column if not exists named boolean, add column if not exists looked_at timestamptz;
create index concurrently if not exists upload_unnamed on upload (office, at) where named is not true;
