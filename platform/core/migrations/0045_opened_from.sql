-- Which case a draft was opened from: both ends of the link are written in the commit that files it.
alter table draft add column opened_from jsonb;
