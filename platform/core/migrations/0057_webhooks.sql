-- Other programs that are told what happened: where, of what, and the secret their calls are signed with (sealed, shown once).
create table webhook (
  office text not null,
  id uuid not null,
  label text not null,
  url text not null,
  events text[] not null,
  secret text not null,
  made_by text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (office, id)
);
-- One call: what happened, told to one of them, until it was taken. It names a case by its number and nobody.
create table webhook_call (
  office text not null,
  id uuid not null,
  webhook uuid not null,
  event text not null,
  body text not null,
  state text not null default 'queued' check (state in ('queued', 'handed-over', 'stuck', 'expired')),
  tries int not null default 0,
  next_at timestamptz not null,
  problem text,
  proof text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (office, id)
);
create index webhook_call_waiting on webhook_call (next_at, office, id) where state = 'queued';
create index webhook_call_of on webhook_call (office, webhook, id);

grant select, insert, update, delete on webhook, webhook_call to zhitongche_app;
