-- Rows of registers in the order of their names: by the sound of each character, kept with the row so that every database orders
-- alike. Empty until a program that knows it has looked at the row.
alter table kept_row add column name_key text not null default '';
