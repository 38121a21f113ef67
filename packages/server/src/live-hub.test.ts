import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from './testing/office.ts';
import { followedAll } from './testing/settled.ts';
import { submitted, takes } from './testing/story.ts';
import { toyService } from './testing/toy-service.ts';

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
  await expect.poll(() => heard.get('handler')).toEqual([id]);
  expect(heard.get('filer')).toEqual([id]);
  expect(heard.get('signer')).toEqual([id]);
  expect(heard.get('signer@other')).toEqual([]);
  expect(heard.get('system-admin')).toEqual([]);
});
