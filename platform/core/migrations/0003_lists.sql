-- Registers are read newest day first, rows without a day last: the index follows that very order, for an office and
-- for one unit, so that a page costs the same however long the register has grown.
drop index register_row_list;
drop index register_row_unit;
create index register_row_list on register_row (office, register, (coalesce(day, '-infinity'::date)) desc, id desc);
create index register_row_unit on register_row (office, register, unit, (coalesce(day, '-infinity'::date)) desc, id desc);
create index register_row_day on register_row (office, register, day);

-- What is open now, for the dashboard: closed tasks pile up for ever and must not be walked through.
create index task_open on task (office, service, step, case_id) where status = 'open';
