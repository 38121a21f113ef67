-- beside the traffic
-- The drafts that were opened from a case: by the applicant every case he ever filed was read for the few drafts among them, 8 ms
-- of each page for somebody with four thousand.
create index concurrently if not exists draft_opened_from on draft (office, (opened_from->>'case')) where opened_from is not null;
