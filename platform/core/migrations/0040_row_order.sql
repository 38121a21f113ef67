-- beside the traffic
create index concurrently if not exists kept_row_name on kept_row (office, register, name_key collate "C", id) where retired_at is null;
create index concurrently if not exists kept_row_org_name on kept_row (office, register, org, name_key collate "C", id) where retired_at is null;
create index concurrently if not exists kept_row_urgent on kept_row (office, register, (coalesce(due, 'infinity'::date)), id) where retired_at is null;
create index concurrently if not exists kept_row_unnamed on kept_row (office, id) where name_key = '';
