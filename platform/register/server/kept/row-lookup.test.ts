import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { NO_REACH, type LookupScope } from '@zhitongche/core/server';
import { runBatch, newId } from '@zhitongche/host';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepRow } from './keep-row.ts';
import { keptRowLookup } from './row-lookup.ts';

let t: TestOffice;
const provider = keptRowLookup([toyKeys]);
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
  await keepRow(t.app, await t.actor('handler'), {
    register: 'toy-keys',
    key: newId(),
    command: {
      act: 'enter',
      answers: { tag: 'Z-1', room: '查询室', kind: 'door', until: '2027-01-01', holder: '顾思齐' },
    },
  });
});
afterAll(() => t.drop());

const found = async (tag: string, more: Partial<LookupScope> = {}) => {
  const args = { register: 'toy-keys', find: { tag } };
  const scope: LookupScope = {
    office: t.office,
    unit: t.orgs.unit,
    person: null,
    everywhere: false,
    by: '',
    reach: NO_REACH,
    caseId: null,
    today: '2026-03-02',
    ...more,
  };
  const question = provider.question(args, scope, t.app.keys);
  if (!question) return null;
  return await runBatch(t.app.db, {
    questions: [question],
    answer: ([rows = []]) => provider.answer(rows, args, scope, t.app.keys),
  });
};

it('a rule asks any register for the thing it names, and is told what is open of it', async () => {
  expect(await found('z-1', { everywhere: true })).toEqual({
    found: true,
    stage: 'in',
    due: '2027-01-01',
    answers: { tag: 'Z-1', room: '查询室', kind: 'door', until: '2027-01-01' },
  });
  expect(await found('Z-1', { unit: t.orgs.root })).toMatchObject({ found: true });
});

it('a unit that types a number learns nothing of what another keeps', async () => {
  expect(await found('Z-1')).toEqual({ found: false });
  expect(await found('Z-9', { everywhere: true })).toEqual({ found: false });
  expect(await found('', { everywhere: true })).toBeNull();
});
