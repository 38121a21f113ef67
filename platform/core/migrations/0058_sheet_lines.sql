-- Every line of the bank is kept: two alike in one sheet are two, and the number of a batch may come again another day.
alter table money_sheet_line add column nth int not null default 1;
alter table money_sheet_line drop constraint money_sheet_line_pkey;
-- allowed: constraint: the key is wider than the one before, so no row that stands there breaks it; the table is days old.
alter table money_sheet_line add primary key (office, source, reference, amount, day, nth);
