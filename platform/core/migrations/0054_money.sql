-- Bills, payments and refunds of cases as lists and days ask for them: told by the events of the case, written in the commit
-- of the act, counted anew by verify.
create table money_line (
  office text not null,
  case_id uuid not null,
  id text not null,
  kind text not null check (kind in ('bill', 'payment', 'refund')),
  day date,
  status text not null,
  amount numeric(14, 2) not null,
  way text,
  reference text,
  of text,
  service text not null,
  unit uuid not null,
  applicant uuid not null,
  -- The day of the office's books it belongs to: its own, or the first one that was still open when it became known.
  booked date,
  at timestamptz not null,
  primary key (office, case_id, id)
);
-- One payment of the port pays one bill of the office, whatever is told twice at once.
create unique index money_line_port on money_line (office, reference) where kind = 'payment' and way = 'port';
create index money_line_reference on money_line (office, reference) where reference is not null;
create index money_line_booked on money_line (office, booked) where booked is not null;
create index money_line_day on money_line (office, (coalesce(day, date '9999-12-31')) desc, case_id desc, id desc);
create index money_line_unit on money_line (office, unit, day desc);
create index money_line_applicant on money_line (office, applicant, day desc);
create index money_line_due on money_line (office, status) where status in ('open', 'asked', 'surplus');

-- What was told from outside and did not pay as it should, a line for each kind and matter of a day, however often it came.
create table money_finding (
  office text not null,
  day date not null,
  kind text not null,
  about text not null,
  times int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  detail jsonb not null,
  settled_by uuid,
  settled_at timestamptz,
  note text,
  primary key (office, day, kind, about)
);
create index money_finding_open on money_finding (office, day desc) where settled_at is null;

-- Sheets of the bank and the port as they were brought in, each once by its digest.
create table money_sheet (
  office text not null,
  digest text not null,
  source text not null check (source in ('bank', 'port')),
  name text not null,
  lines int not null,
  by_person uuid not null,
  at timestamptz not null,
  primary key (office, digest)
);
create table money_sheet_line (
  office text not null,
  source text not null,
  reference text not null,
  -- Money that went out is negative.
  amount numeric(14, 2) not null,
  day date not null,
  memo text not null,
  digest text not null,
  booked date not null,
  primary key (office, source, reference, amount)
);
create index money_sheet_booked on money_sheet_line (office, booked);
create index money_sheet_reference on money_sheet_line (office, reference);

-- A day of the books, closed for good.
create table money_day (
  office text not null,
  day date not null,
  content jsonb not null,
  digest text not null,
  note text not null,
  person uuid not null,
  name text not null,
  at timestamptz not null,
  mac text not null,
  primary key (office, day)
);

grant select, insert, update, delete on money_line to zhitongche_app;
grant select, insert, update on money_finding to zhitongche_app;
grant select, insert on money_sheet, money_sheet_line to zhitongche_app;
grant select, insert on money_day to zhitongche_app;
grant update (mac) on money_day to zhitongche_app;
