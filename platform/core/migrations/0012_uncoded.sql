-- beside the traffic
-- Papers without a code: few, and none once the job has adopted them.
create index concurrently if not exists paper_uncoded on paper (office, case_id) where mac is null;
