-- Cases that an older program cancelled or whose revocation it carried out, while their papers went on verifying as valid: a
-- job looks at every case with a paper in force or to come that is not completed, and revokes what an ended matter left
-- behind. Due since the case last moved, whatever clock the program goes by.
insert into outbox (office, id, kind, case_id, payload, run_after)
select f.office, gen_random_uuid(), 'revoke', f.id, '{}', f.updated_at from case_file f
where f.status <> 'completed' and (f.waiting
  or exists (select 1 from paper p where p.office = f.office and p.case_id = f.id and p.status = 'valid'));
