-- Papers drawn from a draft, by the code printed on them: what each said, sealed as the answers of its case are.
create table prepared_paper (
  office text not null,
  case_id uuid not null,
  code text not null,
  paper text not null,
  shown text not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (office, case_id, code)
);

grant select, insert, update, delete on prepared_paper to zhitongche_app;
