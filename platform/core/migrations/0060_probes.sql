-- Addresses the program asks again and again: what is remembered of each between two questions. Each turn is written down once.
create table probe_standing (
  office text not null,
  row_id uuid not null,
  -- The turn that was written down last, and since when there was no gap before it; null = not asked.
  asked timestamptz,
  since timestamptz,
  failures int not null default 0,
  failing timestamptz,
  -- The row of the outage that is open.
  outage uuid,
  -- The turn a node has taken, and when.
  claimed timestamptz,
  claimed_at timestamptz,
  primary key (office, row_id)
);
create index probe_standing_out on probe_standing (office, row_id) where outage is not null;
-- Times without a gap in which an address was asked.
create table probe_watched (
  office text not null,
  row_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  primary key (office, row_id, from_at)
);
create index probe_watched_until on probe_watched (office, until_at);
-- When the months of what is asked were counted last.
create table probe_counted (
  office text not null,
  probe text not null,
  counted_on date not null,
  counted_at timestamptz not null,
  primary key (office, probe)
);

grant select, insert, update, delete on probe_standing, probe_watched, probe_counted to zhitongche_app;
