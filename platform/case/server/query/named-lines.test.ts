import { readAuditLog } from '@zhitongche/audit/server';
import { newId } from '@zhitongche/host';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
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
});
afterAll(() => t.drop());

it('a message about a case says in one line what lists say of it, to whoever sees the case and to nobody else', async () => {
  const about = async (cast: Cast) => {
    const reader = await t.actor(cast);
    await t.base.owner.query(
      "insert into notice (office, person, id, at, text, case_id, kind) values ($1, $2, $3, now(), '某事', $4, 'told')",
      [t.office, reader.id, newId(), id],
    );
    return (await notices(t.app, reader, undefined)).items.find((one) => one.case === id)?.about;
  };
  const [fact] = (await caseView(t.app, await t.actor('director'), id)).row.facts;
  expect(fact).toBeDefined();
  expect(await about('director')).toContain(`${fact?.label} ${fact?.value}`);
  expect(await about('filer@other')).toBe('');
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
