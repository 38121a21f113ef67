-- Trips filed under version 1 tell their rows to the registers of version 2 that follow every case: a job looks once at each
-- that was filed before the program was renewed. Due since the case last moved, whatever clock the program goes by.
insert into outbox (office, id, kind, case_id, payload, run_after)
select f.office, gen_random_uuid(), 'register-anew', f.id, '{}', f.updated_at from case_file f
where f.service = 'outbound-trip' and f.version = 1 and f.submitted_at is not null;
