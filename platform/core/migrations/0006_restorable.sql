-- The audit is ordered by transaction numbers, and a database restored into another server finds that server counting from
-- somewhere lower. What is written after the restore must come after what was written before: numbers of this server are
-- shifted by a fixed amount, which the runner of the migrations raises when the record is ahead of the server.
create function xid_shift() returns bigint language sql stable as 'select 0::bigint';
-- The running transaction's place in the audit.
create function audit_xid() returns xid8 language sql stable
  as 'select (pg_current_xact_id()::text::bigint + xid_shift())::text::xid8';
-- Every transaction before this place has ended.
create function audit_horizon() returns xid8 language sql stable
  as 'select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + xid_shift())::text::xid8';
alter table audit alter column xid set default audit_xid();

-- Eight bytes of SM3 of every row under the seal, in order: when the seal breaks they name the row. Seals made before have none.
alter table audit_seal add column row_marks bytea;
