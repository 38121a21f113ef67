-- What each case and row adds to the measures of the office: derived, counted anew whenever it was acted on.
create table measure_line (
  office text not null,
  measure text not null,
  subject uuid not null,
  kind text not null check (kind in ('case', 'row')),
  seq int not null,
  -- The unit of the case, or the organisation of the row.
  org uuid not null,
  day date not null,
  n numeric not null,
  -- Digest of whom it is about, where each person counts once.
  who text,
  primary key (office, subject, measure, seq)
);
create index measure_line_day on measure_line (office, measure, day, subject);

-- Where a month that was over came to something else: late acts and corrections.
create table measure_shift (
  office text not null,
  measure text not null,
  month date not null,
  at timestamptz not null,
  subject uuid not null,
  kind text not null,
  org uuid not null,
  before numeric not null,
  after numeric not null
);
create index measure_shift_measure on measure_shift (office, measure, at desc);

-- How far measures that are new, or count in a new way, have been counted over what was on record.
create table measure_built (
  office text not null,
  -- `row/<register>` or `case/<service>`.
  of text not null,
  -- Codes and editions of its measures.
  editions text not null,
  upto uuid not null,
  done boolean not null,
  primary key (office, of)
);

grant select, insert, update, delete on measure_line, measure_shift, measure_built to zhitongche_app;
