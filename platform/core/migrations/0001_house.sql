-- Every table of an office begins its primary and unique keys with `office`, so that the schema can be distributed by office.
-- Statuses are text with checks: SQL enums cannot lose a value again.
-- Works on PostgreSQL 15 and later.

create table office (
  office text primary key,
  name text not null,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);

-- Proof that the master key at hand is the one this database was written with; `office` is empty, it holds for all.
create table key_check (
  office text not null,
  key_id text not null,
  sealed text not null,
  primary key (office, key_id)
);

create table org (
  office text not null references office,
  id uuid not null,
  parent uuid,
  kind text not null check (kind in ('office', 'division', 'city-office', 'unit', 'enterprise')),
  name text not null,
  code text,
  uscc text,
  active boolean not null default true,
  primary key (office, id),
  foreign key (office, parent) references org (office, id)
);
create index org_parent on org (office, parent);

create table person (
  office text not null,
  id uuid not null,
  username text not null,
  name text not null,
  org uuid not null,
  -- Sealed text, like every value named sensitive.
  phone text,
  password text not null,
  password_changed_at timestamptz not null default now(),
  password_history text[] not null default '{}',
  must_change_password boolean not null default true,
  totp_secret text,
  totp_confirmed boolean not null default false,
  totp_last_step bigint,
  status text not null default 'active' check (status in ('active', 'disabled')),
  expires date,
  last_login timestamptz,
  phrases jsonb not null default '[]',
  created_at timestamptz not null default now(),
  primary key (office, id),
  unique (office, username),
  foreign key (office, org) references org (office, id)
);
create index person_org on person (office, org);

-- `mac` is an HMAC over the row: rights cannot be edited behind the application's back unnoticed.
create table role_grant (
  office text not null,
  id uuid not null,
  person uuid not null,
  role text not null,
  org uuid not null,
  status text not null check (status in ('pending', 'active', 'revoked', 'refused')),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  settled_by uuid,
  settled_at timestamptz,
  mac text not null,
  primary key (office, id),
  foreign key (office, person) references person (office, id)
);
create index role_grant_person on role_grant (office, person) where status in ('active', 'pending');
create index role_grant_pool on role_grant (office, org, role) where status = 'active';

create table session (
  office text not null,
  token_hash bytea not null,
  person uuid not null,
  csrf text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  source text not null default '',
  agent text not null default '',
  primary key (office, token_hash)
);
create index session_person on session (office, person);
create index session_expiry on session (office, expires_at);

-- Failed log-ins by `name:` and by `from:` address; a name nobody has is counted and locked like one that exists.
create table login_attempt (
  office text not null,
  who text not null,
  failed int not null default 0,
  since timestamptz not null,
  locked_until timestamptz,
  primary key (office, who)
);

create table delegation (
  office text not null,
  id uuid not null,
  from_person uuid not null,
  to_person uuid not null,
  from_day date not null,
  until_day date not null,
  reason text not null default '',
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (office, id)
);
create index delegation_to on delegation (office, to_person, until_day) where ended_at is null;

-- The case beside its events: state is derived and stored in the same statement.
-- `state` leaves out what the newest `submitted` event already holds (answers, derived figures), so that an act
-- does not rewrite a whole application; `content_seqs` names those events, newest last.
create table case_file (
  office text not null,
  id uuid not null,
  number text,
  service text not null,
  version int not null,
  status text not null,
  step text,
  title text not null default '',
  unit uuid not null,
  city uuid,
  applicant uuid not null,
  applicant_name text not null,
  facts jsonb not null default '[]',
  turn jsonb not null default '[]',
  flags text[] not null default '{}',
  grams text[] not null default '{}',
  state jsonb not null,
  round int not null default 0,
  content_seqs int[] not null default '{}',
  revision int not null default 0,
  head text not null default '',
  -- Earlier of step and promise deadline while a clock runs; null = no clock or paused.
  due date,
  remind_on date,
  -- Next day on which the clock has something to say.
  tick_on date,
  paused text not null default '',
  -- A paper of the case is asked for or has failed: what the list of papers in making shows.
  waiting boolean not null default false,
  submitted_at timestamptz,
  updated_at timestamptz not null default now(),
  updated_by text not null default '',
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (office, id),
  unique (office, number)
) with (fillfactor = 80);
-- Lists run by id, newest filed first: ids are ordered by time and never change, so that most acts leave these
-- indexes alone.
create index case_file_applicant on case_file (office, applicant, id desc);
create index case_file_unit on case_file (office, unit, id desc);
create index case_file_city on case_file (office, city, id desc) where city is not null;
create index case_file_service on case_file (office, service, id desc);
create index case_file_grams on case_file using gin (grams);
create index case_file_tick on case_file (tick_on) where tick_on is not null;
create index case_file_closed on case_file (office, closed_at) where closed_at is not null;
create index case_file_waiting on case_file (office, id) where waiting;

create table draft (
  office text not null,
  case_id uuid not null,
  answers jsonb not null,
  revision int not null default 0,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  primary key (office, case_id)
);

create table case_event (
  office text not null,
  case_id uuid not null,
  seq int not null,
  at timestamptz not null,
  zone text not null check (zone in ('inner', 'outer')),
  doer jsonb not null,
  body jsonb not null,
  prev text not null,
  digest text not null,
  primary key (office, case_id, seq)
);

create table task (
  office text not null,
  case_id uuid not null,
  seat text not null,
  step text not null,
  service text not null,
  role text,
  org uuid,
  person uuid,
  ready boolean not null,
  status text not null check (status in ('open', 'done', 'released')),
  due date,
  opened_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (office, case_id, seat)
);
create index task_pool on task (office, org, role, due, case_id) where status = 'open' and person is null;
create index task_person on task (office, person, due, case_id) where status = 'open' and person is not null;
create index task_done on task (office, done_by, done_at desc, case_id) where status = 'done';

create table case_copy (
  office text not null,
  person uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (office, person, case_id)
);

-- A client's key is good for one act; the reply is what a replay gets again.
create table request_key (
  office text not null,
  person uuid not null,
  key text not null,
  case_id uuid,
  request text not null,
  revision int,
  reply jsonb,
  at timestamptz not null default now(),
  primary key (office, person, key)
);

create table counter (
  office text not null,
  series text not null,
  year int not null,
  last int not null default 0,
  primary key (office, series, year)
);

create table number_drawn (
  office text not null,
  series text not null,
  year int not null,
  seq int not null,
  case_id uuid not null,
  paper text not null,
  -- The event that asked for the paper; 0 for case numbers.
  event_seq int not null,
  at timestamptz not null default now(),
  primary key (office, series, year, seq)
);
create index number_drawn_case on number_drawn (office, case_id);

-- Written with the act, done by the worker; a row is claimed by locking it for the whole job, so a killed worker frees it at once.
create table outbox (
  office text not null,
  id uuid not null,
  kind text not null,
  case_id uuid,
  payload jsonb not null,
  run_after timestamptz not null default now(),
  attempts int not null default 0,
  problem text,
  created_at timestamptz not null default now(),
  primary key (office, id)
);
create index outbox_ready on outbox (run_after, office, id);
create index outbox_case on outbox (office, case_id);

create table paper (
  office text not null,
  case_id uuid not null,
  paper text not null,
  issue int not null,
  title text not null,
  number text,
  issuer text not null,
  issued_on date not null,
  status text not null default 'valid' check (status in ('valid', 'replaced', 'revoked')),
  code text not null,
  token text not null,
  pdf_digest text not null,
  docx_digest text,
  facts jsonb not null,
  signer text not null,
  record jsonb not null,
  issued_at timestamptz not null default now(),
  primary key (office, case_id, paper, issue)
);
create unique index paper_code on paper (office, code);
create unique index paper_token on paper (office, token);
create index paper_digest on paper (office, pdf_digest);

-- Keys papers are signed with, one in use per issuing organisation; old certificates stay, for old papers name them.
create table signing_key (
  office text not null,
  org uuid not null,
  id uuid not null,
  certificate bytea not null,
  -- Sealed PKCS #8.
  private_key text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (office, org, id)
);

create table upload (
  office text not null,
  id uuid not null,
  case_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  digest text not null,
  by_person uuid not null,
  at timestamptz not null default now(),
  primary key (office, id)
);
create index upload_case on upload (office, case_id);

create table notice (
  office text not null,
  person uuid not null,
  id uuid not null,
  at timestamptz not null default now(),
  text text not null,
  case_id uuid,
  read_at timestamptz,
  primary key (office, person, id)
);

create table policy_row (
  office text not null,
  id uuid not null,
  key text not null,
  org uuid,
  value jsonb not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  by_person uuid,
  at timestamptz not null default now(),
  primary key (office, id)
);
create index policy_row_key on policy_row (office, key, valid_from);

create table calendar_exception (
  office text not null,
  date date not null,
  kind text not null check (kind in ('off', 'work')),
  notice text not null,
  primary key (office, date)
);
create table calendar_cover (
  office text primary key,
  from_day date not null,
  to_day date not null
);

create table ref_table (
  office text not null,
  name text not null,
  valid_from date not null,
  title text not null,
  source text not null,
  rows jsonb not null,
  digest text not null,
  at timestamptz not null default now(),
  primary key (office, name, valid_from)
);

create table letterhead (
  office text not null,
  org uuid not null,
  name text not null,
  signature text not null,
  mark text not null,
  address text not null default '',
  phone text not null default '',
  primary key (office, org)
);

create table register_row (
  office text not null,
  register text not null,
  id text not null,
  case_id uuid not null,
  unit uuid,
  day date,
  -- Keyed digests of identity numbers the row can be looked up by.
  keys text[] not null default '{}',
  data jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (office, register, id)
);
create index register_row_case on register_row (office, case_id);
create index register_row_list on register_row (office, register, day desc, id);
create index register_row_unit on register_row (office, register, unit);
create index register_row_keys on register_row using gin (keys);

-- Incremental read model of the statistics: one row per local day and slice. A follower moves it by reading the
-- audit in commit order; moving it inside the act would make every act of a unit wait for one hot row.
create table day_fact (
  office text not null,
  day date not null,
  service text not null,
  unit uuid not null,
  what text not null,
  n bigint not null default 0,
  primary key (office, day, service, what, unit)
);

-- Audit rows are inserted without waiting for each other; the sealer chains them in commit order a moment later.
create table audit (
  office text not null,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  actor jsonb not null,
  action text not null,
  object text not null,
  result text not null,
  source text not null default '',
  detail jsonb not null default '{}',
  primary key (office, id)
);
create index audit_order on audit (office, xid, id);
create index audit_at on audit (office, at desc, id desc);
create table audit_seal (
  office text not null,
  seq bigint not null,
  from_xid xid8 not null,
  upto_xid xid8 not null,
  rows bigint not null,
  prev text not null,
  digest text not null,
  signature text not null,
  at timestamptz not null default now(),
  primary key (office, seq)
);

-- How far a follower has read the audit in commit order.
create table follower (
  office text not null,
  name text not null,
  upto_xid xid8 not null,
  primary key (office, name)
);

-- The application's role: it may not touch what is on record.
grant select, insert, update, delete on all tables in schema public to zhitongche_app;
revoke update, delete, truncate on case_event, audit, audit_seal, number_drawn from zhitongche_app;
