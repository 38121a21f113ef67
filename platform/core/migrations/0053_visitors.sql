-- People who belong to no unit. Addresses and documents are sealed and found by keyed digests; rows that decide carry a code
-- (`mac`): one written behind the application's back counts for nothing.
create table visitor (
  office text not null,
  id uuid not null,
  kind text not null check (kind in ('citizen', 'foreigner')),
  name text not null,
  language text not null default 'zh' check (language in ('zh', 'en')),
  -- 1 address proven, 2 real name seen by an officer; 3 is 2 with a second factor.
  level int not null default 1 check (level in (1, 2)),
  mail text,
  mail_digest text,
  phone text,
  phone_digest text,
  document text,
  document_digest text,
  password text not null,
  password_changed_at timestamptz not null,
  totp_secret text,
  totp_confirmed boolean not null default false,
  totp_last_step bigint,
  -- Version of what was told of the purposes, and when it was agreed to.
  consent text not null,
  consented_at timestamptz not null,
  status text not null default 'active' check (status in ('active', 'closed')),
  -- What the officer at the counter types to find the account of whoever stands there.
  counter_code text,
  counter_until timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz,
  last_login timestamptz,
  mac text not null default '',
  primary key (office, id)
);
create unique index visitor_mail on visitor (office, mail_digest) where mail_digest is not null;
create unique index visitor_phone on visitor (office, phone_digest) where phone_digest is not null;
create unique index visitor_document on visitor (office, document_digest) where document_digest is not null;
create unique index visitor_counter on visitor (office, counter_code) where counter_code is not null;

-- Whom one may act for besides oneself: an enterprise, a matter entrusted to another, a matter filed at the counter.
create table visitor_party (
  office text not null,
  id uuid not null,
  kind text not null check (kind in ('enterprise', 'entrusted', 'counter')),
  -- What it acts as at the public door.
  acts_as text not null check (acts_as in ('citizen', 'foreigner', 'enterprise')),
  name text not null,
  uscc text,
  -- Whose the matters are: an account or an enterprise; null until somebody claims what was filed at the counter.
  principal uuid,
  document text,
  document_digest text,
  phone text,
  status text not null check (status in ('asked', 'confirmed', 'refused')),
  settled_by uuid,
  settled_at timestamptz,
  reason text not null default '',
  -- The signed form that was brought to the counter, by its digest among the files, and who took it in.
  scan_digest text,
  scan_name text,
  scan_type text,
  officer uuid,
  created_at timestamptz not null,
  mac text not null default '',
  primary key (office, id)
);
create unique index visitor_party_uscc on visitor_party (office, uscc) where uscc is not null and status <> 'refused';
create index visitor_party_principal on visitor_party (office, principal) where principal is not null;
create index visitor_party_document on visitor_party (office, document_digest) where document_digest is not null;
create index visitor_party_asked on visitor_party (office, created_at) where status = 'asked';

-- Who acts for a party, and until when; an invitation until somebody takes it.
create table visitor_link (
  office text not null,
  id uuid not null,
  party uuid not null,
  visitor uuid,
  role text not null check (role in ('handler', 'agent')),
  -- May invite and end other handlers.
  leads boolean not null default false,
  from_day date not null,
  until_day date not null,
  -- Codes of the services entrusted; null = all.
  services text[],
  secret text,
  secret_until timestamptz,
  status text not null check (status in ('offered', 'active', 'ended')),
  created_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  mac text not null default '',
  primary key (office, id),
  foreign key (office, party) references visitor_party (office, id)
);
create index visitor_link_visitor on visitor_link (office, visitor) where status = 'active';
create index visitor_link_party on visitor_link (office, party);
create unique index visitor_link_secret on visitor_link (office, secret) where secret is not null;

-- Sessions of the public are no sessions of the staff; `officer` has opened one at the counter to type in what was brought.
create table visitor_session (
  office text not null,
  token_hash bytea not null,
  visitor uuid,
  officer uuid,
  officer_name text not null default '',
  -- Whom it acts for; the account itself where it is the same.
  party uuid not null,
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  source text not null default '',
  agent text not null default '',
  primary key (office, token_hash)
);
create index visitor_session_visitor on visitor_session (office, visitor) where visitor is not null;
create index visitor_session_expiry on visitor_session (office, expires_at);

-- Codes that prove an address, and the count of what was sent whither and from where.
create table visitor_code (
  office text not null,
  id uuid not null,
  purpose text not null check (purpose in ('register', 'reset', 'address')),
  -- Keyed digest of the address, and the address sealed.
  target_digest text not null,
  target text not null,
  code text not null,
  visitor uuid,
  source text not null,
  tries int not null default 0,
  used_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (office, id)
);
create index visitor_code_target on visitor_code (office, target_digest, created_at);
create index visitor_code_source on visitor_code (office, source, created_at);

grant select, insert, update, delete on visitor_session, visitor_code to zhitongche_app;
grant select, insert, update on visitor, visitor_party, visitor_link to zhitongche_app;
