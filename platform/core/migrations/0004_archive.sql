-- Registers are searched by pairs of neighbouring characters, as cases are. `grams_at` is the `updated_at` of the version
-- the pairs were made of: rows of before, and of a node that runs the previous program, are known by the difference and
-- caught up with by a job; until then the search reads them as they are.
alter table register_row add column grams text[] not null default '{}', add column grams_at timestamptz;

-- Trips by country: one row per day of departure, country and unit, brought up to date with the register rows it sums.
create table country_fact (
  office text not null,
  day date not null,
  country text not null,
  unit uuid not null,
  trips int not null,
  persons int not null,
  primary key (office, day, country, unit)
);
-- How many rows a unit has in a register, kept beside them for the same reason: nobody should count them again.
create table register_size (
  office text not null,
  register text not null,
  unit uuid not null,
  n int not null,
  primary key (office, register, unit)
);
grant select, insert, update, delete on country_fact, register_size to zhitongche_app;
insert into country_fact (office, day, country, unit, trips, persons)
  select r.office, r.day, c.country, r.unit, count(distinct r.case_id), count(*)
  from register_row r cross join lateral jsonb_array_elements_text(
    case when jsonb_typeof(r.data->'countries') = 'array' then r.data->'countries' else '[]' end) as c(country)
  where r.register = 'trips' and r.day is not null and r.unit is not null
    and r.data->>'status' is distinct from 'revoked'
  group by r.office, r.day, c.country, r.unit;
insert into register_size (office, register, unit, n)
  select office, register, unit, count(*) from register_row where unit is not null group by office, register, unit;

-- Search pairs are as large as the rest of a row and never change with an act: out of line they are not written again.
alter table case_file set (toast_tuple_target = 768);
