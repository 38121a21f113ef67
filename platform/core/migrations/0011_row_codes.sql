-- needed by the program of this version
-- A code (HMAC) over the columns that decide what people may do or what a stranger is told, as grants have one. Rows of an
-- older program have none until a job has adopted them.
alter table person add column mac text;
alter table delegation add column mac text;
alter table paper add column mac text;
alter table policy_row add column mac text;

-- A program that knows no codes changes a row that has one: then it has none any more, and may be adopted again while that
-- time lasts. Whoever knows codes writes the new one with the change or after it.
create function forget_mac() returns trigger language plpgsql as $$ begin new.mac := null; return new; end $$;
create trigger person_mac before update of username, org, status, expires, password, totp_secret, totp_confirmed on person
  for each row when (new.mac is not distinct from old.mac
    and (new.username, new.org, new.status, new.expires, new.password, new.totp_secret, new.totp_confirmed)
      is distinct from (old.username, old.org, old.status, old.expires, old.password, old.totp_secret, old.totp_confirmed))
  execute function forget_mac();
create trigger delegation_mac before update on delegation
  for each row when (new.mac is not distinct from old.mac and new is distinct from old) execute function forget_mac();
create trigger paper_mac before update on paper
  for each row when (new.mac is not distinct from old.mac and new is distinct from old) execute function forget_mac();
