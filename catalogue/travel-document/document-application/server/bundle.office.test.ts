import { caseView } from '@zhitongche/case/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, takes } from '../../../../apps/server/testing/story.ts';
import { withUploads } from '../../../../apps/server/testing/uploads.ts';
import { createCase } from '@zhitongche/case/server';
import { hkmSample } from '../../../outbound/hkm-trip/samples.ts';
import { hkmTrip } from '../../../outbound/hkm-trip/server/index.ts';
import { bookable, bookings } from '../../../office/booking/index.ts';
import { custody } from '../../custody/index.ts';
import { keepRow } from '@zhitongche/register/server';
import { newId } from '@zhitongche/host';
import { textIn } from '../../../shared/lookup-rows.ts';
import { documentApplication } from './index.ts';

const TODAY = '2026-03-02';
let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({
    services: [hkmTrip, documentApplication],
    registers: [custody, bookings, bookable],
  });
  t.at(TODAY);
});
afterAll(() => t.drop());

const view = async (id: string) => await caseView(t.app, await t.actor('filer'), id);
const stageOf = async (): Promise<readonly string[]> =>
  (
    await t.base.owner.query<{ stage: string }>(
      `select stage from kept_row where register = 'custody' order by id`,
    )
  ).map(({ stage }) => stage);

test('one press on an approved trip files the application of each who has no permit; its book is lent for the trip when handed out', async () => {
  const filer = await t.actor('filer');
  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'hkm-trip' });
  await takes(t, 'filer', id, {
    act: 'submit',
    answers: await withUploads(t, filer, id, hkmSample({ today: TODAY })),
  });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'window', id, { act: 'accept' });
  await takes(t, 'handler', id, { act: 'agree', opinion: '拟同意' });
  await takes(t, 'division-head', id, { act: 'agree' });
  await workOff(t.app);
  await takes(t, 'filer', id, { act: 'apply-documents' });
  const trip = await view(id);
  const opened = trip.links.map(({ words, row }) => [words, row.service, row.status]);
  expect(opened).toEqual(Array.from({ length: 3 }, () => ['证照申办', 'document-application', 'running']));
  expect(trip.acts.map(({ act }) => act)).not.toContain('apply-documents');

  const [first] = trip.links;
  if (!first) throw new Error('nothing was opened');
  const one = first.row.id;
  const { state, row } = await view(one);
  expect(state.answers).toMatchObject({
    matter: 'first',
    kind: 'permit',
    tripNumber: trip.row.number,
    destination: '香港',
    name: (hkmSample({ today: TODAY })['members'] as readonly { readonly name: string }[])[0]?.name,
  });
  expect(state.answers['approval']).toContain('港澳出字');
  expect(row.stepTitle).toBe('受理');

  await takes(t, 'window', one, { act: 'accept' });
  const spelled = textIn(state.answers['pinyin']);
  await takes(t, 'passport-officer@root', one, { act: 'confirm', data: { spelled, by: 'rule' } });
  await takes(t, 'division-head', one, { act: 'agree' });
  const book = { number: 'C98765432', place: '乙柜1层02格', issued: TODAY, until: '2031-03-01' };
  await takes(t, 'passport-officer@root', one, { act: 'made', data: book });
  expect(await stageOf()).toEqual(['in']);
  const hand = { scanned: 'C98765432', collector: '吴专办', educated: true, on: TODAY };
  await takes(t, 'passport-officer@root', one, { act: 'hand-out', data: hand });
  expect(await stageOf()).toEqual(['lent']);
  expect((await view(one)).row.status).toBe('completed');
});

test('a time in the booth is booked with the case, and not twice where there is no room', async () => {
  await keepRow(t.app, await t.actor('window'), {
    register: 'booking-resource',
    key: newId(),
    command: {
      act: 'enter',
      answers: {
        name: '护照采集室',
        kind: 'booth',
        capacity: 1,
        workdays: true,
        opening: [{ weekday: '3', from: '09:00', to: '12:00' }],
      },
    } as never,
  });
  const filer = await t.actor('filer');
  const { applicationSample } = await import('../samples.ts');
  const begin = async (): Promise<string> => {
    const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'document-application' });
    await takes(t, 'filer', id, { act: 'submit', answers: applicationSample(TODAY) });
    await takes(t, 'window', id, { act: 'accept' });
    return id;
  };
  const [one, two] = [await begin(), await begin()];
  const at = { day: '2026-03-04', from: '09:30', to: '10:00' };
  await takes(t, 'filer', one, { act: 'book-slot', data: at });
  await expect(takes(t, 'filer', two, { act: 'book-slot', data: at })).rejects.toMatchObject({ status: 422 });
  await takes(t, 'filer', two, { act: 'book-slot', data: { ...at, from: '10:00', to: '10:30' } });
  const held = await t.base.owner.query(`select id from kept_row where register = 'booking'`);
  expect(held).toHaveLength(2);
});
