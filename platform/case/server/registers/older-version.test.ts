import { readFile } from 'node:fs/promises';
import { type RegisterDef, type Service, isClosed } from '@zhitongche/case';
import { verifyAll } from '@zhitongche/proof/server';
import { register } from '@zhitongche/register/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { sealedAll } from '../../../../apps/server/testing/settled.ts';
import { freshKey, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { createCase } from '../usecase/create-case.ts';

/** Tells what is on its way, from the unit's signature to the end. */
const underWay: RegisterDef = {
  key: 'under-way',
  title: '在办台账',
  columns: [{ key: 'subject', label: '事由' }],
  follows: true,
  rows: (state, { caseId }) =>
    state.step === null || state.step === 'sign' || isClosed(state.status)
      ? []
      : [{ id: caseId, subject: state.summary?.title ?? '' }],
};
/** An item whose newest version keeps a register more than the one before. */
const older: Service = { ...toyService, code: 'outbound-trip' };
const newer: Service = { ...older, version: 2, registers: [...older.registers, underWay] };

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [older, newer] });
});
afterAll(() => t.drop());

const filedUnderOne = async (subject: string): Promise<string> => {
  const filer = await t.actor('filer');
  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'outbound-trip' });
  await t.base.owner.query('update case_file set version = 1 where id = $1', [id]);
  await takes(t, 'filer', id, { act: 'submit', answers: { subject, copies: 1 } });
  return id;
};
const onTheWay = async () =>
  (await register(t.app, await t.actor('director'), 'under-way', {})).items.map(({ subject }) => subject);
const broken = async () => {
  await sealedAll(t.app, t.office);
  return (await verifyAll(t.app))[0]?.broken;
};

test('a register that follows every case tells of those filed under an older version too, until they end', async () => {
  const id = await filedUnderOne('旧版在办');
  expect(await onTheWay()).toEqual([]);
  await takes(t, 'signer', id, { act: 'agree' });
  await workOff(t.app);
  expect(await onTheWay()).toEqual(['旧版在办证明']);
  expect(await broken()).toEqual([]);
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
  expect(await onTheWay()).toEqual([]);
  expect(await broken()).toEqual([]);
});

test('what was under way before the program was renewed is taken in by a job, once', async () => {
  const id = await filedUnderOne('升级前在办');
  await takes(t, 'signer', id, { act: 'agree' });
  await workOff(t.app);
  // As the program before left it.
  await t.base.owner.query("delete from register_row where register = 'under-way'");
  const sql = await readFile(
    new URL('../../../core/migrations/0026_registers_of_older.sql', import.meta.url),
    'utf8',
  );
  await t.base.owner.query(sql);
  await workOff(t.app);
  expect(await onTheWay()).toEqual(['升级前在办证明']);
  expect(await broken()).toEqual([]);
});
