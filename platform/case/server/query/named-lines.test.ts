import { readAuditLog } from '@zhitongche/audit/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { caseView } from './case-view.ts';
import { notices } from './notices.ts';

let t: TestOffice;
let id = '';
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  id = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'copy', persons: [(await t.actor('director')).id] });
});
afterAll(() => t.drop());

it('a message about a case says in one line what lists say of it, and nothing once its reader sees it no more', async () => {
  const director = await t.actor('director');
  const { row } = await caseView(t.app, director, id);
  const told = async () => (await notices(t.app, director, undefined)).items.find((one) => one.case === id);
  const [fact] = row.facts;
  expect(fact).toBeDefined();
  expect((await told())?.about).toContain(`${fact?.label} ${fact?.value}`);
  await t.base.owner.query('delete from case_copy where office = $1 and case_id = $2', [t.office, id]);
  await t.base.owner.query('update task set org = null, done_by = null where office = $1 and case_id = $2', [
    t.office,
    id,
  ]);
  expect(await told()).toMatchObject({ case: id, about: '' });
});

it('the audit calls a case by its service and number and never by its title, people and organisations by name', async () => {
  const { items } = await readAuditLog(t.app, await t.actor('audit-admin'), {});
  const [found] = await t.base.owner.query<{ number: string }>(
    'select number from case_file where office = $1 and id = $2',
    [t.office, id],
  );
  const lines = items.filter(({ object }) => object === `case:${id}`);
  expect(lines.length).toBeGreaterThan(0);
  for (const { name } of lines) expect(name).toBe(`${toyService.name} ${found?.number}`);
  expect(JSON.stringify(items)).not.toContain('海南考察');
});
