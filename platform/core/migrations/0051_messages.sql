-- What leaves for an address outside: by mail, by SMS, by WeChat. Written in the transaction of whoever has something to say,
-- sent by the worker, and visible until it has left.
create table message (
  office text not null,
  id uuid not null,
  channel text not null check (channel in ('mail', 'sms', 'wechat')),
  -- What it is about, by the code of its kind, and that kind's subject: never a name.
  kind text not null,
  subject text not null,
  -- Address and text, sealed; null once nobody needs them any more.
  sealed text,
  -- The address as lists show it.
  hint text not null,
  -- Its text is a secret (a code, a link): shown to nobody, gone as soon as it has left.
  secret boolean not null,
  state text not null default 'queued' check (state in ('queued', 'handed-over', 'refused', 'stuck', 'expired')),
  tries int not null default 0,
  -- From when on it may leave, and when it is tried next.
  due_at timestamptz not null,
  next_at timestamptz not null,
  expires_at timestamptz,
  -- Why it has not left, in the words of whoever would not take it.
  problem text,
  -- What whoever took it answered.
  proof text,
  -- Names it once and for all: asked for again it is not written again.
  key text not null,
  person uuid,
  case_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (office, id)
);
create unique index message_key on message (office, key);
create index message_waiting on message (channel, next_at, office, id) where state = 'queued';
create index message_state on message (office, state, id);
create index message_case on message (office, case_id) where case_id is not null;
create index message_person on message (office, person) where person is not null;
create index message_due on message (office, due_at);

grant select, insert, update, delete on message to zhitongche_app;
