import type { CommandShape } from '@zhitongche/contract';
import { addDays } from '@zhitongche/base';
import { catalogue } from '@zhitongche/catalogue/find-service.ts';
import { outboundTripV1 } from '../../../../catalogue/outbound/trip/v1/index.ts';
import { day } from '../../../../catalogue/outbound/trip/testing/roads.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '@zhitongche/core/server';
import { serviceRegistry } from '../../../core/server/service-registry.ts';
import { withUploads } from '../../../../apps/server/src/first-run/demo-files.ts';
import { caseView } from '../query/case-view.ts';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, revisionOf } from '../../../../apps/server/testing/story.ts';
import { act } from './act.ts';
import { createCase } from './create-case.ts';

const TODAY = '2026-03-02';
const page = { digest: 'a'.repeat(64), size: 1000, type: 'application/pdf' };
let t: TestOffice;
/** The program before the upgrade, and after it, over one database. */
let before: App;
let after: App;
let id = '';

beforeAll(async () => {
  t = await testOffice({ services: [outboundTripV1] });
  before = t.app;
  after = { ...t.app, services: serviceRegistry(catalogue) };
});
afterAll(() => t.drop());

const takes = async (app: App, cast: Cast, command: CommandShape): Promise<void> => {
  const actor = await t.actor(cast);
  const where = { office: t.office, caseId: id, person: actor.id };
  const revision = await revisionOf(t, id);
  const sent = {
    ...command,
    ...(command.answers ? { answers: await withUploads(app, where, page, command.answers) } : {}),
    ...(command.data ? { data: await withUploads(app, where, page, command.data) } : {}),
  };
  await act(app, actor, { caseId: id, revision, key: freshKey(), command: sent });
};
const sees = async (cast: Cast) => await caseView(after, await t.actor(cast), id);

it('a trip filed while only version 1 was known is carried on by the whole catalogue: opened, corrected, approved, ended', async () => {
  const answers = outboundTripV1.sample(TODAY);
  ({ id } = await createCase(before, await t.actor('filer'), { key: freshKey(), service: 'outbound-trip' }));
  await takes(before, 'filer', { act: 'submit', answers });

  const opened = await sees('signer');
  expect([opened.version, opened.row.step]).toEqual([1, 'unit-sign']);
  expect(opened.state.answers).toMatchObject({ taskAgreed: true, budgetAgreed: true });

  await takes(after, 'signer', { act: 'agree', opinion: '同意申报。' });
  await takes(after, 'window', { act: 'accept' });
  await takes(after, 'handler', { act: 'correct', faults: [{ at: 'results', message: '请量化。' }] });
  expect((await sees('filer')).problems.filter(({ level }) => level === 'block')).toEqual([]);
  await takes(after, 'filer', { act: 'submit', answers: { ...answers, results: '签署3份备忘录。' } });
  await takes(after, 'handler', { act: 'agree', opinion: '拟同意。' });
  await takes(after, 'countersigner', { act: 'agree' });
  await takes(after, 'countersigner@finance', { act: 'agree' });
  await takes(after, 'division-head', { act: 'agree' });
  await takes(after, 'deputy-director', { act: 'agree' });
  await workOff(after);
  expect((await sees('handler')).row.step).toBe('abroad');

  const [exit, entry] = [day(answers.exitDate), day(answers.entryDate)];
  t.at(addDays(entry, 1));
  await takes(after, 'filer', {
    act: 'register-return',
    data: { actualExit: exit, actualEntry: entry, actualPersons: 6, deviation: false },
  });
  await takes(after, 'passport-officer@root', {
    act: 'return-passports',
    data: { returnedOn: addDays(entry, 1), count: 6, stampsChecked: true },
  });
  await takes(after, 'filer', {
    act: 'file-report',
    data: {
      summary: '按批准的行程完成全部公务活动。',
      followUp: '落实会谈纪要。',
      intents: 1,
      overspent: false,
      report: [{ id: 'r', name: '报告.pdf', size: 1, type: 'application/pdf', digest: '0'.repeat(64) }],
    },
  });
  await takes(after, 'handler', {
    act: 'close',
    data: { purposeMet: 'full', asApproved: true, inOrder: true },
  });
  expect((await sees('handler')).row.status).toBe('completed');
}, 120_000);

it('whoever files today files under the newest version', async () => {
  const made = await createCase(after, await t.actor('filer'), { key: freshKey(), service: 'outbound-trip' });
  const [row] = await t.base.owner.query<{ version: number }>('select version from case_file where id = $1', [
    made.id,
  ]);
  expect(row?.version).toBe(2);
});
