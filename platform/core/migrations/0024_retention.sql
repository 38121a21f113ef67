-- needed by the program of this version
-- What need not be kept goes: keys of single cases, holds, and lists two persons confirm.

-- Salt of the key a case is sealed with. Null: begun before this existed, sealed with the office's key; empty: destroyed, and
-- with it everything the case had sealed, in its events too, while their chain stays whole.
alter table case_file add column salt text;

-- From when cases get a salt: at once in a new database; after a day where a program that cannot read them may still serve.
create table case_salt_start (
  office text primary key,
  at timestamptz not null
);
insert into case_salt_start (office, at)
select '', now() + case when exists (select 1 from office) then interval '1 day' else interval '0' end;

-- A dispute or an investigation: while a hold lasts, nothing of the case is deleted.
create table case_hold (
  office text not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  by_person uuid not null,
  at timestamptz not null,
  end_reason text,
  ended_by uuid,
  ended_at timestamptz,
  primary key (office, id)
);
create index case_hold_open on case_hold (office, case_id) where ended_at is null;

-- A third kind of what two persons decide: lists of personal data to be deleted. The program says which kinds there are.
alter table two_person_request drop constraint two_person_request_kind_check;

grant select on case_salt_start to zhitongche_app;
grant select, insert, update on case_hold to zhitongche_app;
