import type { Json } from '@zhitongche/base';
import { caseView, saveDraft } from '@zhitongche/case/server';
import { newId } from '@zhitongche/host';
import { measureList } from '../../../../platform/measure/server/read-measures.ts';
import { projectMeasures } from '@zhitongche/measure/server';
import { keepRow } from '@zhitongche/register/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, takes } from '../../../../apps/server/testing/story.ts';
import { withUploads } from '../../../../apps/server/testing/uploads.ts';
import { openFrom } from '@zhitongche/case/server';
import { lookupsFor } from '@zhitongche/case/server';
import { createCase } from '@zhitongche/case/server';
import { custody } from '../../../travel-document/custody/index.ts';
import { outboundTrip } from '../../trip/server/index.ts';
import { hkmMeasures } from '../measures.ts';
import { tripMeasures } from '../../trip/measures.ts';
import { PERMITS } from '../permits.ts';
import { hkmSample } from '../samples.ts';
import { hkmTrip } from './index.ts';

const TODAY = '2026-03-02';
let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({
    services: [hkmTrip, outboundTrip],
    registers: [custody],
    measures: [hkmMeasures, tripMeasures],
  });
  t.at(TODAY);
});
afterAll(() => t.drop());

const sample = hkmSample({ today: TODAY });
const members = sample['members'] as readonly { readonly name: string; readonly citizenId: string }[];
const [first] = members;

test('what was typed goes on as a trip abroad, once a country is named, and is linked to nothing', async () => {
  const filer = await t.actor('filer');
  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'hkm-trip' });
  const saves = async (legs: Json, revision: number) =>
    await saveDraft(t.app, filer, { caseId: id, revision, answers: { ...sample, legs } });
  const legs = sample['legs'] as readonly Json[];
  await saves([...legs], 0);
  expect((await caseView(t.app, filer, id)).opens).toEqual([]);
  await expect(openFrom(t.app, filer, { caseId: id, open: 'abroad', key: freshKey() })).rejects.toMatchObject(
    { code: 'open.not-offered' },
  );

  await saves([...legs, { country: '日本', inviter: '日本某协会' }], 1);
  expect((await caseView(t.app, filer, id)).opens.map(({ open }) => open)).toEqual(['abroad']);
  const key = freshKey();
  const gone = await openFrom(t.app, filer, { caseId: id, open: 'abroad', key });
  expect(await openFrom(t.app, filer, { caseId: id, open: 'abroad', key })).toEqual(gone);
  const { row, draft, links } = await caseView(t.app, filer, gone.id);
  expect([row.service, links]).toEqual(['outbound-trip', []]);
  expect(draft?.answers).toMatchObject({
    groupName: sample['groupName'],
    purpose: sample['purpose'],
    members: members.map(({ name, citizenId }) => ({ name, citizenId })),
    legs: [
      { country: '香港', city: '香港', inviter: '香港某贸易协会' },
      { country: '日本', inviter: '日本某协会' },
    ],
  });
  // What was sent in stays where it was sent.
  expect(draft?.answers['requestLetter']).toBeUndefined();
});

test('another unit neither sees the draft nor takes it on', async () => {
  const filer = await t.actor('filer');
  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'hkm-trip' });
  await saveDraft(t.app, filer, {
    caseId: id,
    revision: 0,
    answers: { ...sample, legs: [{ country: '日本' }] },
  });
  await expect(
    openFrom(t.app, await t.actor('signer'), { caseId: id, open: 'abroad', key: freshKey() }),
  ).rejects.toMatchObject({ status: expect.any(Number) });
});

const enters = async (citizenId: string, unit: string) =>
  await keepRow(t.app, await t.actor('passport-officer'), {
    register: 'custody',
    key: newId(),
    command: {
      act: 'enter',
      answers: {
        kind: 'permit',
        number: 'C76543210',
        place: '乙柜1层01格',
        holder: first?.name ?? '',
        unit: { id: unit, title: '' },
        citizenId,
        issued: '2024-01-02',
        until: '2029-01-01',
      },
    } as never,
  });

test('a permit lent on the approval is found by it, comes back with the case, and its number is told masked to its own unit', async () => {
  const { id: row } = await enters(first?.citizenId ?? '', t.orgs.unit);
  const filer = await t.actor('filer');
  const told = await lookupsFor(t.app, filer, 'hkm-trip', { answers: sample });
  expect(told[PERMITS]).toMatchObject({
    rows: [{ stage: 'in', masked: { number: 'C7*****10' }, people: [first?.citizenId] }],
  });
  expect(JSON.stringify(told)).not.toContain('C76543210');

  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'hkm-trip' });
  const answers = await withUploads(t, filer, id, sample);
  await takes(t, 'filer', id, { act: 'submit', answers });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'window', id, { act: 'accept' });
  await takes(t, 'handler', id, { act: 'agree', opinion: '拟同意' });
  await takes(t, 'division-head', id, { act: 'agree' });
  await workOff(t.app);
  const { number } = (await caseView(t.app, filer, id)).row;
  await keepRow(t.app, await t.actor('passport-officer'), {
    register: 'custody',
    id: row,
    revision: 1,
    key: newId(),
    command: {
      act: 'move',
      move: 'lend',
      data: { borrower: first?.name, caseNumber: number, exitOn: sample['exitDate'], days: 4 },
    } as never,
  });
  t.at('2026-04-20');
  await takes(t, 'passport-officer@root', id, { act: 'permit-returned', strands: ['第1人'] });
  const [kept] = await t.base.owner.query<{ stage: string }>('select stage from kept_row where id = $1', [
    row,
  ]);
  expect(kept?.stage).toBe('in');
});

test('travellers of both kinds come to one figure, Hong Kong to one of its own', async () => {
  while ((await projectMeasures(t.app, t.office)) > 0);
  const list = await measureList(t.app, await t.actor('director'));
  const of = (code: string) => list.filter((one) => one.code === code);
  expect(of('out.travellers')).toHaveLength(1);
  expect(of('out.travellers')[0]).toMatchObject({ year: { value: '3' }, building: false });
  expect(of('out.travellers')[0]?.ofName).toContain('因公赴港澳任务');
  expect(of('hkm.hongkong')[0]).toMatchObject({ year: { value: '3' } });
  expect(of('hkm.macao')[0]).toMatchObject({ year: { value: '0' } });
});
