-- What people say of the office. A code (评价码) is stored nowhere: it carries its survey, its last day and a seal. What stands
-- here is that one was used, without a day, until its last day is over. An answer waits sealed in its envelope and is opened
-- with others, in an order drawn by chance and in one transaction: neither time, order nor transaction leads back.

-- One questionnaire asked about one thing.
create table survey (
  office text not null,
  id uuid not null,
  -- Short number its codes carry.
  no int not null,
  questionnaire text not null,
  version int not null,
  judges text not null check (judges in ('case', 'course', 'reception', 'order', 'visit', 'year')),
  -- What it judges: code of a service, or what its officer wrote.
  about text not null,
  title text not null,
  period text not null,
  -- Last day an answer is taken.
  closes date not null,
  -- Codes handed out in print.
  printed int not null default 0,
  primary key (office, id),
  unique (office, no),
  unique (office, questionnaire, judges, about, period)
);

create table survey_used (
  office text not null,
  -- One-way image of the code, or of the number a kiosk gave its rating.
  used text not null,
  -- What the device drew for this one answer: the same again is told that it has arrived.
  retry text not null,
  last date not null,
  primary key (office, used)
);
create index survey_used_last on survey_used (office, last);

create table survey_envelope (
  office text not null,
  survey uuid not null,
  -- Drawn by chance.
  id uuid not null,
  day date not null,
  sealed text not null,
  primary key (office, survey, id)
);

create table survey_answer (
  office text not null,
  -- Drawn by chance when its envelope was opened.
  id uuid not null,
  survey uuid not null,
  -- The day its envelopes were filled up to, never the minute.
  day date not null,
  channel text not null check (channel in ('link', 'kiosk', 'sheet')),
  mark int not null check (mark between 1 and 5),
  satisfied boolean not null,
  body jsonb not null,
  primary key (office, id)
);
create index survey_answer_day on survey_answer (office, day, survey);

-- A rating device at a window. Of its secret only a keyed image is kept.
create table survey_kiosk (
  office text not null,
  id uuid not null,
  name text not null,
  survey uuid not null,
  secret text not null,
  -- Until the code that sets it up is used.
  setup_until timestamptz,
  heard_on date,
  primary key (office, id)
);

grant select, insert, update, delete on survey, survey_used, survey_envelope, survey_answer, survey_kiosk to zhitongche_app;

-- What an opened answer adds to the measures, beside cases and rows.
-- allowed: constraint: not valid, so that it reads no row; the previous program writes kinds it lets through.
alter table measure_line drop constraint measure_line_kind_check;
alter table measure_line add constraint measure_line_kind_check check (kind in ('case', 'row', 'answer')) not valid;
