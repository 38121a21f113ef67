-- Bookings: what a row of a register occupies, and when. Two cannot have the same thing at the same time: the database refuses.

-- Every place of a resource that one booking may take, under a number of its own: drawn by lot, so that a restored archive
-- goes on without a counter to remember.
create table booking_lane (
  office text not null,
  resource uuid not null,
  lane int not null,
  no bigint not null,
  primary key (office, resource, lane)
);

create table booking_span (
  office text not null,
  row_id uuid not null,
  register text not null,
  resource uuid not null,
  -- The lane's number as a range of one: a range may be compared with another by an index, a number may not.
  lane int8range not null,
  span tstzrange not null,
  -- A hold that is not confirmed by then lapses.
  held_until timestamptz,
  primary key (office, row_id),
  constraint booking_span_free exclude using gist (lane with &&, span with &&)
);
create index booking_span_day on booking_span (office, resource, lower(span));
create index booking_span_held on booking_span (held_until) where held_until is not null;

grant select, insert on booking_lane to zhitongche_app;
grant select, insert, update, delete on booking_span to zhitongche_app;
