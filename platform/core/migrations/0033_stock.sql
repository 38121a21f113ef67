-- beside the traffic
-- Pieces in stock are rows of a register: the next ones are drawn in the order of their names.
create index concurrently if not exists kept_row_next on kept_row (office, register, stage, title collate "C", id) where retired_at is null;
