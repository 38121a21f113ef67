import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { markTold } from '@zhitongche/audit/server';
import { tellUnknown } from '../../../apps/server/src/job/tell-known.ts';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { verifyAll } from './verify-all.ts';

let t: TestOffice;

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  for (const cast of ['filer', 'signer', 'handler'] as const) await t.actor(cast);
  await approved('海南考察');
  // From here on the audit names every row the program writes, and a row it does not name is a fault.
  await tellUnknown(t.app.keys, t.base.owner.query, t.office);
  await markTold(t.app.keys, t.base.owner.query, t.office, 'close', t.app.clock());
}, 120_000);
afterAll(async () => await t.drop());

async function approved(subject: string): Promise<void> {
  const id = await submitted(t, 'toy', { subject, copies: 1, holder: '甲' });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
}

/** The program, in which people decide and papers are made whenever the walk is about to ask something for the `nth` time. */
function busyAt(nth: number): { readonly app: App; readonly asked: () => number } {
  let asked = 0;
  const beside =
    (query: Query): Query =>
    async (text, values) => {
      asked += 1;
      if (asked === nth) await approved(`第${nth}次`);
      return await query(text, values);
    };
  const db = {
    ...t.app.db,
    query: beside(t.app.db.query),
    tx: <T>(work: (query: Query) => Promise<T>) => t.app.db.tx((query) => work(beside(query))),
  };
  return { app: { ...t.app, db }, asked: () => asked };
}

test('a program that works while it is verified is found as it was at one moment, whenever that was', async () => {
  const quiet = busyAt(0);
  expect((await verifyAll(quiet.app))[0]?.broken).toEqual([]);
  const questions = quiet.asked();
  expect(questions).toBeGreaterThan(40);
  const broken: string[] = [];
  for (let nth = 2; nth <= questions; nth += 3)
    for (const found of await verifyAll(busyAt(nth).app))
      broken.push(...found.broken.map((sentence) => `an act before question ${nth}: ${sentence}`));
  expect(broken).toEqual([]);
}, 300_000);
