-- Coming to the counter. What was booked is a row of the register of bookings; here stand the numbers whoever comes is called by,
-- and nothing of who they are.
create table queue_number (
  office text not null,
  id uuid not null,
  day date not null,
  -- What is waited for: a window as it stands among what may be booked.
  resource uuid not null,
  no int not null,
  -- The booking it answers, and its case; a walk-in has none.
  booking uuid,
  case_id uuid,
  matter text not null,
  -- Who is called next is whose time here is the earliest.
  due timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'called', 'served', 'missed')),
  -- Where the called one goes.
  desk text not null default '',
  calls int not null default 0,
  drawn_at timestamptz not null,
  called_at timestamptz,
  ended_at timestamptz,
  primary key (office, id),
  unique (office, resource, day, no)
);
create unique index queue_number_booking on queue_number (office, booking) where booking is not null;
create index queue_number_next on queue_number (office, resource, day, due, no) where state = 'waiting';
create index queue_number_case on queue_number (office, case_id) where case_id is not null;

-- What an applicant was told of a booking, once each.
create table appointment_told (
  office text not null,
  row_id uuid not null,
  what text not null check (what in ('soon', 'absent')),
  at timestamptz not null,
  primary key (office, row_id, what)
);

grant select, insert, update, delete on queue_number, appointment_told to zhitongche_app;
