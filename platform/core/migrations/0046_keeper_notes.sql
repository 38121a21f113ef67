-- What whoever keeps a register was told of it as a whole and is not settled yet: a stock below its least, an instrument that is cited
-- and not in the library. Told once; gone as soon as it is settled, so that the next time is told again.
create table keeper_note (
  office text not null,
  register text not null,
  about text not null,
  since timestamptz not null,
  primary key (office, register, about)
);

grant select, insert, delete on keeper_note to zhitongche_app;
