import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App, Handover } from '@zhitongche/core/server';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { enqueue } from './enqueue.ts';
import { localPost } from './local-post.ts';
import { sendWaiting } from './send-waiting.ts';

const KIND = { code: 'test.plain', subject: '直通车：您有一条办件消息' };
const CODE = { code: 'test.code', subject: '直通车：验证码', secret: true } as const;

let t: TestOffice;
let door: Door;
let answer: Handover;
beforeAll(async () => {
  const mail = { via: 'mail.example:465', send: async () => answer };
  t = await testOffice({
    post: { carriers: async () => ({ mail, sms: null, wechat: null }), delivered: async () => null },
  });
  door = await openDoor(t);
});
beforeEach(async () => {
  t.at('2026-03-02');
  await t.base.owner.query('delete from message');
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

/** A message asked for and tried once, with what the server answered. */
async function tried(said: Handover, kind: typeof KIND | typeof CODE = KIND): Promise<void> {
  answer = said;
  const wish = {
    kind,
    channel: 'mail',
    to: 'li@unit.example',
    text: '482913',
    key: `k/${said.state}`,
  } as const;
  await t.app.db.tx((query) => enqueue(t.app, query, t.office, [wish]));
  await sendWaiting(t.app, 'mail');
}
interface Listed {
  readonly id: string;
  readonly state: string;
  readonly address: string;
  readonly problem: string;
  readonly tries: number;
}
const listed = async (): Promise<readonly Listed[]> =>
  ((await door.call('system-admin', 'messages')).json as { items: Listed[] }).items;
const settle = async (ids: readonly string[], act: string): Promise<unknown> =>
  (await door.call('system-admin', 'settleMessages', { body: { ids, act } })).json;

describe('the administrator', () => {
  it('sees what was refused and why, neither the address nor a code', async () => {
    await tried({ state: 'refused', problem: '550 no such user' }, CODE);
    const got = await door.call('system-admin', 'messages');
    expect(got.text).toContain('550 no such user');
    expect(got.text).toContain('l***@unit.example');
    for (const secret of ['482913', 'li@unit']) expect(got.text).not.toContain(secret);
  });
  it('has it sent again, and then it has gone; what has gone is not sent again', async () => {
    await tried({ state: 'refused', problem: '550 relaying denied' });
    const [one] = await listed();
    expect(await settle([one?.id ?? ''], 'retry')).toEqual({ settled: 1 });
    answer = { state: 'handed-over', proof: '250 ok' };
    await sendWaiting(t.app, 'mail');
    expect(await listed()).toMatchObject([{ state: 'handed-over', tries: 1 }]);
    expect(await settle([one?.id ?? ''], 'retry')).toEqual({ settled: 0 });
    expect(await settle([one?.id ?? ''], 'give-up')).toEqual({ settled: 0 });
  });
  it('gives up what nobody wants any more; it says by whom it was ended and is on record', async () => {
    await tried({ state: 'refused', problem: '550 no such user' });
    const [one] = await listed();
    expect(await settle([one?.id ?? ''], 'give-up')).toEqual({ settled: 1 });
    expect(await listed()).toMatchObject([{ state: 'expired', problem: '由管理员放弃；550 no such user' }]);
    const [line] = await t.base.owner.query<{ actor: { name: string } }>(
      "select actor from audit where action = 'message.give-up'",
    );
    expect(line?.actor.name).toBe((await t.actor('system-admin')).name);
  });
  it('reads which channels are connected and what share of a day left within ten seconds', async () => {
    await tried({ state: 'handed-over', proof: '250 ok' });
    await tried({ state: 'refused', problem: '550 no' });
    await tried({ state: 'later', problem: '451 later' });
    const overview = async () => (await door.call('audit-admin', 'messageOverview')).json;
    // What has just fallen due has ten seconds of its own before it counts.
    expect(await overview()).toMatchObject({ day: { due: 0 } });
    t.at('2026-03-02T01:00:30.000Z');
    answer = { state: 'handed-over', proof: '250 ok' };
    await sendWaiting(t.app, 'mail');
    expect(await overview()).toEqual({
      channels: [
        { channel: 'mail', via: 'mail.example:465' },
        { channel: 'sms', via: null },
        { channel: 'wechat', via: null },
      ],
      counts: { queued: 0, refused: 1, stuck: 0 },
      day: { due: 3, handedOver: 2, inTime: 1 },
    });
    const { parts } = (await door.call('system-admin', 'runtime')).json as {
      parts: { part: string; ok: boolean; value: string }[];
    };
    expect(parts.find(({ part }) => part === '外发消息')).toMatchObject({ ok: false, value: '33.3 %' });
  });
});

describe('the mailbox of the demonstration', () => {
  const demo = (): App => ({ ...t.app, post: localPostOf() });
  const local = localPost(() => t.app.clock(), 20);
  const localPostOf = () => ({
    carriers: async () => local.carriers,
    delivered: async () => local.delivered(),
  });
  it('is there for nobody in a real office', async () => {
    const got = await door.call(null, 'deliveries');
    expect([got.status, (got.json as { code: string }).code]).toEqual([404, 'demo.only']);
  });
  it('fails as its addresses ask for', async () => {
    const app = demo();
    const moods = ['wrong', 'later', 'never', 'twice', 'slow'];
    await app.db.tx((query) =>
      enqueue(
        app,
        query,
        t.office,
        moods.map((mood) => ({
          kind: KIND,
          channel: 'mail',
          to: `li+${mood}@unit.example`,
          text: mood,
          key: mood,
        })),
      ),
    );
    while (await sendWaiting(app, 'mail')) continue;
    const states = async () =>
      Object.fromEntries(
        (await t.base.owner.query<{ key: string; state: string }>('select key, state from message')).map(
          ({ key, state }) => [key, state],
        ),
      );
    expect(await states()).toEqual({
      wrong: 'refused',
      later: 'queued',
      never: 'queued',
      twice: 'queued',
      slow: 'handed-over',
    });
    t.at('2026-03-02T01:10:00.000Z');
    while (await sendWaiting(app, 'mail')) continue;
    expect(await states()).toMatchObject({ twice: 'handed-over', later: 'queued' });
    // Taken, the answer lost, taken again: both copies carry one id, by which whoever gets them can tell.
    expect(local.delivered().filter(({ text }) => text === 'twice')).toHaveLength(2);
    expect(
      new Set(
        local
          .delivered()
          .filter(({ text }) => text === 'twice')
          .map(({ id }) => id),
      ).size,
    ).toBe(1);
  });
});
