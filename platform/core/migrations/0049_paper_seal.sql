-- What an issue of a paper has beyond a plain letter: the term it counts in, and by which name the list of ended papers
-- knows the seal in its square code. Issues without either have no row.
create table paper_seal (
  office text not null,
  case_id uuid not null,
  paper text not null,
  issue int not null,
  valid_from date,
  valid_to date,
  -- The beginning of the SHA-256 of the seal, from which nothing can be learnt; null = no signed code was printed.
  seal text,
  -- HMAC over the row: a term nobody set cannot be written behind the application's back.
  mac text not null,
  primary key (office, case_id, paper, issue)
);
grant select, insert on paper_seal to zhitongche_app;
-- When the master secret is changed the row is given its new code; nothing else of it is ever written again.
grant update (mac) on paper_seal to zhitongche_app;
