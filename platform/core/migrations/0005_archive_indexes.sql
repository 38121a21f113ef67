-- beside the traffic
-- What is not closed, for lists of what is under way: closed cases pile up for ever. Both columns move once in a case's life.
create index concurrently if not exists case_file_open on case_file (office, id desc) where closed_at is null;
-- Cases filed in a span of days.
create index concurrently if not exists case_file_submitted on case_file (office, submitted_at) where submitted_at is not null;

-- What somebody has not read yet.
create index concurrently if not exists notice_unread on notice (office, person) where read_at is null;
create index concurrently if not exists case_copy_unread on case_copy (office, person) where read_at is null;

create index concurrently if not exists register_row_grams on register_row using gin (grams);
create index concurrently if not exists register_row_ungrammed on register_row (office, unit) where grams_at is distinct from updated_at;

-- The audit by person (a name is all that is known of a failed log-in), by what was acted on, by address, by action.
create index concurrently if not exists audit_who on audit (office, (coalesce(actor->>'id', actor->>'name')), at desc, id desc);
create index concurrently if not exists audit_object on audit (office, object);
create index concurrently if not exists audit_source on audit (office, source text_pattern_ops);
create index concurrently if not exists audit_action on audit (office, action text_pattern_ops);
-- The seal that covers a row.
create index concurrently if not exists audit_seal_upto on audit_seal (office, upto_xid);
