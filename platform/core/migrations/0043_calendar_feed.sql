-- A calendar of one's own, read by programs from a secret address. Of the secret only a keyed digest is kept, bound to the
-- person: whoever reads the database reads no calendar, and whoever writes into it makes no address.
create table calendar_feed (
  office text not null,
  person uuid not null,
  digest text not null,
  since timestamptz not null,
  primary key (office, person)
);

grant select, insert, update, delete on calendar_feed to zhitongche_app;
