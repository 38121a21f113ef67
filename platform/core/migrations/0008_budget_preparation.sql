-- Budgets drawn up here: a working draft beside its case, versions told apart by their content, disclosures without a file.

-- The draft of a budget under preparation; its id is that of its case. `base` is the earlier budget it is compared with, as it stood.
create table budget_draft (
  office text not null,
  id uuid not null,
  -- The office or city office whose budget room it belongs to.
  org uuid not null,
  department text not null,
  year text not null,
  revision int not null,
  model jsonb not null,
  base jsonb,
  base_name text,
  saved_by uuid not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (office, id),
  foreign key (office, id) references case_file (office, id)
);
create index budget_draft_year on budget_draft (office, org, year, department);

-- SM3 of the canonical content of a version of a budget under preparation; the events of its case name it.
alter table budget_version add column digest text;

-- A disclosure is either read from a file or drawn up here: then this says from which case and version.
alter table disclosure drop constraint disclosure_office_id_fkey;
alter table disclosure add column prepared jsonb;

grant select, insert, update on budget_draft to zhitongche_app;
