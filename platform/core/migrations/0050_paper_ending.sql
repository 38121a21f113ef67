-- beside the traffic
-- Papers that ended are listed for whoever checks without a network, and the others are not read for it.
create index concurrently if not exists paper_ending on paper (office, case_id, paper, issue) where status <> 'valid';
