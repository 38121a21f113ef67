-- outside a transaction
-- Built beside running acts; a build that was interrupted left an unusable index behind, which goes first.

-- What is not closed, for lists of what is under way: closed cases pile up for ever. Both columns move once in a case's life.
drop index concurrently if exists case_file_open;
create index concurrently case_file_open on case_file (office, id desc) where closed_at is null;
-- Cases filed in a span of days.
drop index concurrently if exists case_file_submitted;
create index concurrently case_file_submitted on case_file (office, submitted_at) where submitted_at is not null;

-- What somebody has not read yet.
drop index concurrently if exists notice_unread;
create index concurrently notice_unread on notice (office, person) where read_at is null;
drop index concurrently if exists case_copy_unread;
create index concurrently case_copy_unread on case_copy (office, person) where read_at is null;

drop index concurrently if exists register_row_grams;
create index concurrently register_row_grams on register_row using gin (grams);
drop index concurrently if exists register_row_ungrammed;
create index concurrently register_row_ungrammed on register_row (office, unit) where grams_at is distinct from updated_at;

-- The audit by person (a name is all that is known of a failed log-in), by what was acted on, by address, by action.
drop index concurrently if exists audit_who;
create index concurrently audit_who on audit (office, (coalesce(actor->>'id', actor->>'name')), at desc, id desc);
drop index concurrently if exists audit_object;
create index concurrently audit_object on audit (office, object);
drop index concurrently if exists audit_source;
create index concurrently audit_source on audit (office, source text_pattern_ops);
drop index concurrently if exists audit_action;
create index concurrently audit_action on audit (office, action text_pattern_ops);
-- The seal that covers a row.
drop index concurrently if exists audit_seal_upto;
create index concurrently audit_seal_upto on audit_seal (office, upto_xid);
