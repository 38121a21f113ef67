-- A paper that says what the form masks is issued twice under one number and code: the file in `paper` is for every reader
-- of the case, with those values trimmed; the one here has them whole, for readers of the clearance it needs.
create table paper_edition (
  office text not null,
  case_id uuid not null,
  paper text not null,
  issue int not null,
  clearance text not null check (clearance in ('personal', 'sensitive')),
  pdf_digest text not null,
  docx_digest text,
  record jsonb not null,
  -- HMAC over the row: a file nobody issued cannot be written behind the application's back.
  mac text not null,
  primary key (office, case_id, paper, issue)
);
create index paper_edition_digest on paper_edition (office, pdf_digest);
grant select, insert on paper_edition to zhitongche_app;
