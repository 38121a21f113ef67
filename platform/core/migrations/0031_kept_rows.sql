-- Registers that people keep: rows without a case, folded from events of their own, one chain per row.

-- The row beside its events: state is derived and stored in the same transaction. What is above open in `state` is sealed with
-- the row's own key, by its salt, as a case is.
create table kept_row (
  office text not null,
  id uuid not null,
  register text not null,
  -- The organisation it belongs to.
  org uuid not null,
  stage text not null default '',
  title text not null,
  state jsonb not null,
  revision int not null,
  head text not null,
  salt text,
  -- What names one thing, by the register's own fields; null where it names none, or once the row is retired.
  unique_key text,
  -- By what it may be the same as another.
  near_key text,
  -- By what a stranger who knows it all may ask for it.
  public_key text,
  day date not null,
  -- Earliest day that matters as it stands.
  due date,
  -- Next day on which it has something to say.
  tick_on date,
  grams text[] not null default '{}',
  -- `register:field=value` of what lists are filtered by.
  facets text[] not null default '{}',
  -- Digests under which its identity numbers are found.
  keys text[] not null default '{}',
  retired_at timestamptz,
  -- The case that wrote it first, if one did.
  case_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (office, id)
) with (fillfactor = 85);
create unique index kept_row_unique on kept_row (office, register, unique_key) where unique_key is not null;
create index kept_row_near on kept_row (office, register, near_key) where near_key is not null and retired_at is null;
create index kept_row_public on kept_row (office, register, public_key) where public_key is not null;
create index kept_row_day on kept_row (office, register, day desc, id desc) where retired_at is null;
create index kept_row_org on kept_row (office, register, org, day desc, id desc) where retired_at is null;
create index kept_row_stage on kept_row (office, register, stage, day desc, id desc) where retired_at is null;
create index kept_row_title on kept_row (office, register, title collate "C", id) where retired_at is null;
create index kept_row_due on kept_row (office, register, due, id) where due is not null and retired_at is null;
create index kept_row_retired on kept_row (office, register, retired_at desc, id desc) where retired_at is not null;
create index kept_row_tick on kept_row (tick_on) where tick_on is not null;
create index kept_row_grams on kept_row using gin (grams);
create index kept_row_facets on kept_row using gin (facets);
create index kept_row_keys on kept_row using gin (keys);
create index kept_row_case on kept_row (office, case_id) where case_id is not null;

create table kept_event (
  office text not null,
  row_id uuid not null,
  seq int not null,
  at timestamptz not null,
  doer jsonb not null,
  body jsonb not null,
  prev text not null,
  digest text not null,
  -- The line of the audit that names where the chain stood after the act.
  told uuid not null,
  primary key (office, row_id, seq)
);

-- How many rows stand where; in slots, so that two who write the same register do not wait for one another.
create table kept_count (
  office text not null,
  register text not null,
  org uuid not null,
  stage text not null,
  slot int not null,
  n int not null,
  primary key (office, register, org, stage, slot)
);

grant select, insert, update on kept_row, kept_count to zhitongche_app;
grant select, insert on kept_event to zhitongche_app;

-- A message may be about a row of a register.
alter table notice add column row_register text;
alter table notice add column row_id uuid;
