-- Department budgets: files read, disclosures as corrected by a person, every version that was saved.

-- One upload being read, and what came out of it. `touched_at` moves while a process works on it; a reading that stands still
-- lost its process and says so.
create table budget_reading (
  office text not null,
  id uuid not null,
  -- The office or city office whose budget room it belongs to.
  org uuid not null,
  by_person uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  digest text not null,
  status text not null check (status in ('waiting', 'reading', 'done', 'failed')),
  share real not null default 0,
  -- Kind of file, encoding, model, findings.
  result jsonb,
  -- The printed lines, for showing the source beside the model.
  lines jsonb,
  problems jsonb not null default '[]',
  created_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (office, id)
);
create index budget_reading_person on budget_reading (office, by_person, id desc);

-- The newest version of each disclosure, with what lists and comparisons need computed once. Its id is that of its reading.
create table disclosure (
  office text not null,
  id uuid not null,
  org uuid not null,
  department text,
  year text,
  status text not null check (status in ('draft', 'published')),
  revision int not null,
  model jsonb not null,
  settled jsonb not null,
  reconciliation jsonb not null,
  counts jsonb not null,
  profile jsonb not null,
  -- Spots of the source nobody has looked at yet.
  open int not null,
  updated_by uuid not null,
  updated_by_name text not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  primary key (office, id),
  foreign key (office, id) references budget_reading (office, id)
);
create unique index disclosure_published on disclosure (office, org, department, year) where status = 'published';

-- What was saved, once and for all; `no` is the revision it became.
create table budget_version (
  office text not null,
  disclosure uuid not null,
  no int not null,
  status text not null check (status in ('draft', 'published')),
  model jsonb not null,
  settled jsonb not null,
  note text not null default '',
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (office, disclosure, no)
);

-- Files made from a version, by digest in the file store: typesetting a budget takes seconds, and everybody may ask for it.
create table budget_file (
  office text not null,
  disclosure uuid not null,
  no int not null,
  file text not null,
  digest text not null,
  at timestamptz not null,
  primary key (office, disclosure, no, file)
);

grant select, insert, update, delete on budget_reading to zhitongche_app;
grant select, insert, update on disclosure to zhitongche_app;
grant select, insert on budget_version, budget_file to zhitongche_app;
