-- Search pairs stay in the row after all: out of line each row of a search for a common word is fetched twice.
alter table case_file reset (toast_tuple_target);
