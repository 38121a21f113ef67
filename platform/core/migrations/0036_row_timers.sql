-- Limits in minutes of rows that people keep: the next instant at which one has something to say. Derived; the row is the record.
create table row_timer (
  office text not null,
  row_id uuid not null,
  tick_at timestamptz not null,
  primary key (office, row_id)
);
create index row_timer_at on row_timer (tick_at);

grant select, insert, update, delete on row_timer to zhitongche_app;
