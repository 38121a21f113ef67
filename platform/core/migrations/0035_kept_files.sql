-- Files of rows that people keep: taken in before the row names them, the row's own once it does.
create table kept_upload (
  office text not null,
  id uuid not null,
  register text not null,
  -- Null until a row names it.
  row_id uuid,
  name text not null,
  type text not null,
  size bigint not null,
  digest text not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (office, id)
);
create index kept_upload_row on kept_upload (office, row_id) where row_id is not null;
create index kept_upload_loose on kept_upload (at) where row_id is null;

grant select, insert, update, delete on kept_upload to zhitongche_app;
