-- When the record was last taken back to an earlier moment: pieces drawn after that moment lie no longer on the shelf,
-- whatever the rows say, so that stocks are drawn from only where they were counted since.
alter table office add column restored_at timestamptz;
grant update (restored_at) on office to zhitongche_app;
