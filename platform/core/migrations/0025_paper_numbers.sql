-- beside the traffic
-- A paper is found by the number printed on it.
create index concurrently if not exists paper_number on paper (office, number) where number is not null;
