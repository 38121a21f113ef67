import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANY_CASE } from './live-hub.ts';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { followedAll } from '../../../apps/server/testing/settled.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';

let t: TestOffice;
let stop: () => Promise<void>;
const heard = new Map<Cast, string[]>();

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  stop = await t.app.live.listen();
  const book = await t.app.offices.get(t.office);
  for (const cast of ['filer', 'signer', 'handler', 'signer@other', 'system-admin'] as const) {
    const list: string[] = [];
    heard.set(cast, list);
    t.app.live.join(await t.actor(cast), book, (id) => list.push(id));
  }
});
afterAll(async () => {
  await stop();
  await t.drop();
});

it('a moved case is announced to the screens it concerns and to no others', async () => {
  const id = await submitted(t, 'toy', { subject: '海南', copies: 1 });
  await takes(t, 'signer', id, { act: 'agree' });
  await followedAll(t.app, t.office);
  // Two acts are told together or one after the other, as the line to the database happens to bring them.
  const told = (cast: Cast): readonly string[] => [...new Set(heard.get(cast))];
  await expect.poll(() => told('handler')).toEqual([id]);
  expect(told('filer')).toEqual([id]);
  expect(told('signer')).toEqual([id]);
  expect(heard.get('signer@other')).toEqual([]);
  expect(heard.get('system-admin')).toEqual([]);
});

it('a screen is told that any case may have moved when the line to the database was down: news may have been missed', async () => {
  const before = heard.get('handler')?.length ?? 0;
  await t.base.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'zhitongche hear'",
  );
  await expect.poll(() => heard.get('handler')?.slice(before), { timeout: 20_000 }).toEqual([ANY_CASE]);
  expect(heard.get('system-admin')).toEqual([ANY_CASE]);
});
