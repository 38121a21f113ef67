-- What one administrator asks and another must agree to: resets of accounts that hold a role, figures of log-in.
-- `mac` is an HMAC over the row: an agreement cannot be written behind the application's back unnoticed.
create table two_person_request (
  office text not null,
  id uuid not null,
  kind text not null check (kind in ('reset', 'policy')),
  -- Id of the account, or key of the figure.
  subject text not null,
  body jsonb not null,
  status text not null check (status in ('pending', 'agreed', 'refused', 'done')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  mac text not null,
  primary key (office, id)
);
create index two_person_request_open on two_person_request (office, asked_at) where status in ('pending', 'agreed');
grant select, insert, update on two_person_request to zhitongche_app;
