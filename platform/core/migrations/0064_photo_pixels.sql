-- Width and height of a file that was taken in as a photograph to be printed: `295x413`. Absent for every other file.
alter table upload add column pixels text;
alter table kept_upload add column pixels text;
