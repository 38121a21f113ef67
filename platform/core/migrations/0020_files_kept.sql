-- Files nobody names any more, and what a scanner said of those that are named. `sm3` is the digest a file is stored under.

-- Deleted drafts and readings leave their files here; a job takes them off the disk once a backup that began before is through.
create table dropped_file (
  office text not null,
  sm3 text not null,
  at timestamptz not null,
  primary key (office, sm3)
);

-- No row: never scanned. `waiting` and `infected` files are shut away; `partly` says that the scanner did not see all of it.
create table file_scan (
  office text not null,
  sm3 text not null,
  state text not null check (state in ('clean', 'partly', 'waiting', 'infected')),
  finding text not null default '',
  at timestamptz not null,
  primary key (office, sm3)
);
create index file_scan_waiting on file_scan (office, at) where state = 'waiting';

grant select, insert, update, delete on dropped_file, file_scan to zhitongche_app;
