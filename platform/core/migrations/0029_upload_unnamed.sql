-- beside the traffic
-- Uploads that are to be looked at once their term is over.
create index concurrently if not exists upload_unnamed on upload (office, at) where named is not true;
