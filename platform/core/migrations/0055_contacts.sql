-- Where a person is reached outside of the program: an address counts once a code sent there came back. A new one waits beside
-- the old one until then.
create table contact (
  office text not null,
  person uuid not null,
  channel text not null check (channel in ('mail', 'sms', 'wechat')),
  -- Sealed, bound to person and channel: nobody puts another's address here.
  sealed text,
  hint text,
  proven_at timestamptz,
  next_sealed text,
  next_hint text,
  -- Keyed digest of the code that was sent, how often it was guessed, until when it counts.
  code text,
  code_tries int not null default 0,
  code_until timestamptz,
  asked_at timestamptz,
  primary key (office, person, channel)
);
-- Who wishes to be told what by which channel; without a row, by every channel with a proven address.
create table channel_wish (
  office text not null,
  person uuid not null,
  wishes jsonb not null,
  primary key (office, person)
);
-- What is told later and together: by whoever wishes one mail a day, or none at night.
create table digest_line (
  office text not null,
  person uuid not null,
  channel text not null,
  notice uuid not null,
  due_at timestamptz not null,
  primary key (office, person, channel, notice)
);
create index digest_line_due on digest_line (office, due_at);

-- What a message inside the program is about, and whether the channels have yet to look at it. Those there are were told long ago.
alter table notice add column kind text;
alter table notice add column waits boolean not null default false;
alter table notice alter column waits set default true;

grant select, insert, update, delete on contact, channel_wish, digest_line to zhitongche_app;
