-- needed by the program of this version
-- What an office itself calls a role: a name and the codes it stands for. The roles every office begins with are the
-- program's and have no row. `mac` is an HMAC over the row: one written behind the application's back counts for nothing.
create table office_role (
  office text not null,
  role text not null check (role like 'own-%'),
  label text not null,
  codes text[] not null,
  status text not null check (status in ('active', 'retired')),
  at timestamptz not null default now(),
  mac text not null,
  primary key (office, role)
);
grant select, insert, update on office_role to zhitongche_app;
