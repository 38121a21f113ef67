-- The day facts summed by month: a year is read from twelve sums instead of every day of every unit. Kept by the follower
-- that keeps the day facts; its mark 'month-fact' equals 'day-fact' as long as only programs that know both have followed.
create table month_fact (
  office text not null,
  -- Its first day.
  month date not null,
  service text not null,
  unit uuid not null,
  what text not null,
  n bigint not null default 0,
  primary key (office, month, service, what, unit)
);
grant select, insert, update, delete on month_fact to zhitongche_app;
