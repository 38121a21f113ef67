import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '@zhitongche/case';
import type { Letter } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { runNextJob } from '../../../apps/server/src/job/outbox.ts';
import { JOB_HANDLERS } from '../../../apps/server/src/job/handlers.ts';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { passOn, sendDigests } from './pass-on.ts';
import { sendWaiting } from './send-waiting.ts';

const { sign } = toyService.flow.steps;
if (sign?.kind !== 'work') throw new Error('another toy');
/** After the signer it is the filer's turn: an act that can be taken back, and somebody it tells. */
const service: Service = {
  ...toyService,
  flow: {
    ...toyService.flow,
    steps: {
      ...toyService.flow.steps,
      sign: {
        ...sign,
        next: 'confirm',
        acts: [{ kind: 'agree', opinion: 'optional' }, ...sign.acts.filter(({ kind }) => kind === 'refuse')],
      },
      confirm: {
        kind: 'work',
        title: '申报人确认',
        phase: '单位',
        who: { applicant: true },
        next: 'review',
        acts: [{ kind: 'advance', key: 'confirm', label: '确认' }],
      },
    },
  },
};

let t: TestOffice;
let door: Door;
const arrived: Letter[] = [];
const takesAll = {
  via: 'test',
  send: async (letter: Letter) => {
    arrived.push(letter);
    return { state: 'handed-over', proof: '250 ok' } as const;
  },
};
beforeAll(async () => {
  t = await testOffice({
    services: [service],
    post: {
      carriers: async () => ({ mail: takesAll, sms: takesAll, wechat: null }),
      delivered: async () => null,
    },
  });
  door = await openDoor(t);
  await t.actor('signer');
});
beforeEach(async () => {
  for (const table of ['message', 'contact', 'channel_wish', 'digest_line', 'notice', 'outbox'])
    await t.base.owner.query(`delete from ${table}`);
  t.at('2026-03-02');
  arrived.length = 0;
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

/** What the worker does when it comes round. */
async function round(): Promise<void> {
  while (await runNextJob(t.app, JOB_HANDLERS)) continue;
  while ((await passOn(t.app, t.office)) > 0) continue;
  while ((await sendDigests(t.app, t.office)) > 0) continue;
  for (const channel of ['mail', 'sms'] as const) while (await sendWaiting(t.app, channel)) continue;
}
const refused = async (who: 'filer' | 'signer', name: 'askAddress' | 'proveAddress', body: unknown) => {
  const got = await door.call(who, name, { body });
  const { code = '', problems = [] } = (got.json ?? {}) as {
    code?: string;
    problems?: { code: string }[];
  };
  return [got.status, problems[0]?.code ?? code];
};
/** The code in the newest message. */
const code = (): string => /\d{6}/.exec(arrived.at(-1)?.text ?? '')?.[0] ?? '';
async function reachedAt(address: string, channel: 'mail' | 'sms' = 'mail'): Promise<void> {
  await door.call('filer', 'askAddress', { body: { channel, address } });
  await round();
  await door.call('filer', 'proveAddress', { body: { channel, code: code() } });
  arrived.length = 0;
}
type Rhythm = 'off' | 'each' | 'daily';
const wish = (mail: Rhythm, quiet: { from: string; until: string } | null = null) =>
  door.call('filer', 'saveWishes', { body: { rhythms: { mail, sms: 'off', wechat: 'off' }, quiet } });
/** The signer decides on the filer's case: the filer has something to be told. */
async function refusedCase(): Promise<void> {
  const id = await submitted(t, 'toy', { subject: '海南考察', copies: 2 });
  await takes(t, 'signer', id, { act: 'refuse', opinion: '不予同意。' });
}

describe('an address', () => {
  it('counts once the code that was sent there came back', async () => {
    await door.call('filer', 'askAddress', { body: { channel: 'mail', address: 'Li@Unit.example' } });
    await round();
    expect(arrived).toMatchObject([{ to: 'Li@unit.example', subject: '直通车：验证码' }]);
    const mine = async () => (await door.call('filer', 'myChannels')).json as { channels: unknown[] };
    expect((await mine()).channels[0]).toEqual({
      channel: 'mail',
      connected: true,
      address: null,
      waits: 'L***@unit.example',
    });
    expect(
      (await door.call('filer', 'proveAddress', { body: { channel: 'mail', code: code() } })).status,
    ).toBe(204);
    expect((await mine()).channels[0]).toMatchObject({ address: 'L***@unit.example', waits: null });
    expect((await mine()).channels[2]).toMatchObject({ channel: 'wechat', connected: false });
  });
  it('is refused when it is none, when the channel is not there, when too many codes were asked for', async () => {
    expect(await refused('filer', 'askAddress', { channel: 'mail', address: 'li' })).toEqual([
      422,
      'address.shape',
    ]);
    expect(await refused('filer', 'askAddress', { channel: 'wechat', address: 'oX3fK_9aPq' })).toEqual([
      409,
      'address.unconnected',
    ]);
    const ask = (nth: number) =>
      refused('filer', 'askAddress', { channel: 'mail', address: `stranger${nth}@other.example` });
    const all = await Promise.all(Array.from({ length: 12 }, (_, nth) => ask(nth)));
    expect(all.filter(([status]) => status === 204)).toHaveLength(6);
    expect(all.filter(([, problem]) => problem === 'address.often')).toHaveLength(6);
    await round();
    expect(arrived).toHaveLength(6);
  });
  it('cannot be proved by guessing, with an old code, or with somebody else’s', async () => {
    await door.call('filer', 'askAddress', { body: { channel: 'mail', address: 'li@unit.example' } });
    await round();
    const right = code();
    const wrong = right === '000000' ? '000001' : '000000';
    expect(await refused('signer', 'proveAddress', { channel: 'mail', code: right })).toEqual([
      422,
      'address.code',
    ]);
    for (let guess = 0; guess < 5; guess += 1)
      expect(await refused('filer', 'proveAddress', { channel: 'mail', code: wrong })).toEqual([
        422,
        'address.code',
      ]);
    expect(await refused('filer', 'proveAddress', { channel: 'mail', code: right })).toEqual([
      422,
      'address.code',
    ]);
    await door.call('filer', 'askAddress', { body: { channel: 'mail', address: 'li@unit.example' } });
    await round();
    t.at('2026-03-02T01:10:00.000Z');
    expect(await refused('filer', 'proveAddress', { channel: 'mail', code: code() })).toEqual([
      422,
      'address.code',
    ]);
  });
  it('that is replaced counts until the new one is proved, and is told', async () => {
    await reachedAt('old@unit.example');
    await door.call('filer', 'askAddress', { body: { channel: 'mail', address: 'new@unit.example' } });
    await round();
    const [sent] = arrived;
    await refusedCase();
    await round();
    expect(arrived.at(-1)?.to).toBe('old@unit.example');
    await door.call('filer', 'proveAddress', {
      body: { channel: 'mail', code: /\d{6}/.exec(sent?.text ?? '')?.[0] ?? '' },
    });
    await round();
    expect(arrived.at(-1)).toMatchObject({ to: 'old@unit.example', subject: '直通车：接收地址已更换' });
  });
});

describe('what the program tells somebody', () => {
  it('also goes by mail: one mail an event, by number instead of title, no name in the subject', async () => {
    await reachedAt('li@unit.example');
    await wish('each');
    await refusedCase();
    await round();
    await round();
    expect(arrived).toHaveLength(1);
    const [mail] = arrived;
    expect(mail?.subject).toBe('直通车：您有一条新消息');
    expect(mail?.text).toMatch(/办件\S+未获同意/);
    expect(mail?.text).not.toContain('海南考察');
    const filer = await t.actor('filer');
    expect(`${mail?.subject}`).not.toContain(filer.name);
  });
  it('is not sent while the act can be taken back, and not at all when it is', async () => {
    await reachedAt('li@unit.example');
    await wish('each');
    const id = await submitted(t, 'toy', { subject: '海南考察', copies: 2 });
    await takes(t, 'signer', id, { act: 'agree', opinion: '同意。' });
    t.at('2026-03-02T01:00:05.000Z');
    await round();
    await takes(t, 'signer', id, { act: 'withdraw' });
    t.at('2026-03-02T01:01:00.000Z');
    await round();
    expect(arrived).toEqual([]);
    await takes(t, 'signer', id, { act: 'agree', opinion: '同意。' });
    t.at('2026-03-02T01:02:00.000Z');
    await round();
    expect(arrived.map(({ text }) => text)).toEqual([expect.stringContaining('等待您办理')]);
  });
  it('names the title where the office allows it', async () => {
    await reachedAt('li@unit.example');
    await wish('each');
    const body = {
      key: 'channel.titles',
      value: ['mail'],
      validFrom: '2026-03-02',
      source: '测试文件〔2026〕1号',
    };
    expect((await door.call('security-admin', 'addPolicy', { body })).status).toBe(200);
    await refusedCase();
    t.at('2026-03-02T01:01:00.000Z');
    await round();
    expect(arrived[0]?.text).toContain('海南考察');
  });
  it('is not sent to whoever wishes none, has no address, or may not log in any more', async () => {
    await refusedCase();
    t.at('2026-03-02T01:01:00.000Z');
    await round();
    await reachedAt('li@unit.example');
    await wish('off');
    await refusedCase();
    t.at('2026-03-02T01:02:00.000Z');
    await round();
    await wish('each');
    await t.base.owner.query("update person set status = 'disabled' where id = $1", [
      (await t.actor('filer')).id,
    ]);
    await t.base.owner.query(
      'insert into notice (office, person, id, at, text) values ($1, $2, $3, now(), $4)',
      [t.office, (await t.actor('filer')).id, newId(), '有事'],
    );
    await round();
    await t.base.owner.query("update person set status = 'active' where id = $1", [
      (await t.actor('filer')).id,
    ]);
    expect(arrived).toEqual([]);
  });
  it('comes once a day, together, without what has been read meanwhile', async () => {
    await reachedAt('li@unit.example');
    await wish('daily');
    const tell = async (text: string): Promise<string> => {
      const id = newId(t.app.clock().getTime());
      await t.base.owner.query(
        'insert into notice (office, person, id, at, text) values ($1, $2, $3, $4, $5)',
        [t.office, (await t.actor('filer')).id, id, t.app.clock(), text],
      );
      await round();
      return id;
    };
    await tell('第一件。');
    const second = await tell('第二件。');
    t.at('2026-03-02T05:00:00.000Z');
    await tell('第三件。');
    await door.call('filer', 'readNotices', { body: { ids: [second] } });
    t.at('2026-03-02T23:59:00.000Z');
    await round();
    expect(arrived).toEqual([]);
    // 00:00 UTC is 8:00 in Shanghai.
    t.at('2026-03-03T00:00:00.000Z');
    await round();
    await round();
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.text).toContain('您有 2 条新消息');
    expect(arrived[0]?.text).toMatch(/03月02日 09:00 第一件。\n· 03月02日 13:00 第三件。/);
  });
  it('waits for the morning in quiet hours, except for what is urgent', async () => {
    await reachedAt('li@unit.example');
    await wish('each', { from: '22:00', until: '07:00' });
    t.at('2026-03-02T15:30:00.000Z');
    const tell = async (kind: string, text: string): Promise<void> => {
      await t.base.owner.query(
        'insert into notice (office, person, id, at, text, kind) values ($1, $2, $3, $4, $5, $6)',
        [t.office, (await t.actor('filer')).id, newId(), t.app.clock(), text, kind],
      );
      await round();
    };
    await tell('turn', '等待您办理。');
    await tell('overdue', '已超过时限。');
    expect(arrived.map(({ text }) => text.slice(0, 6))).toEqual(['已超过时限。']);
    t.at('2026-03-02T23:00:00.000Z');
    await round();
    expect(arrived).toHaveLength(2);
    expect(arrived[1]?.text).toContain('等待您办理。');
  });
  it('is passed on once by two nodes side by side', async () => {
    await reachedAt('li@unit.example');
    await wish('each');
    const person = (await t.actor('filer')).id;
    for (let nth = 0; nth < 20; nth += 1)
      await t.base.owner.query(
        'insert into notice (office, person, id, at, text) values ($1, $2, $3, $4, $5)',
        [t.office, person, newId(), t.app.clock(), `第 ${nth} 件。`],
      );
    await Promise.all([passOn(t.app, t.office), passOn({ ...t.app }, t.office), passOn(t.app, t.office)]);
    await round();
    expect(arrived).toHaveLength(20);
  });
});

describe('a copy of the answers', () => {
  const filed = () =>
    submitted(t, 'toy', {
      subject: '海南考察',
      copies: 2,
      holder: '欧阳某某',
      citizenId: '11010519491231002X',
      people: [{ name: '甲', phone: '13800138000' }],
    });
  const copy = (who: 'filer' | 'signer', id: string) =>
    door.call(who, 'copyAnswers', { params: { case: id } });
  it('goes to the proven address of whoever filed, in words, what is private masked, once a round', async () => {
    const id = await filed();
    expect((await copy('filer', id)).json).toMatchObject({ code: 'copy.no-address' });
    await reachedAt('li@unit.example');
    expect((await copy('filer', id)).json).toEqual({ sent: true });
    expect((await copy('filer', id)).json).toEqual({ sent: false });
    await round();
    const mails = arrived.filter(({ kind }) => kind === 'channel.copy');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'li@unit.example', subject: '直通车：您提交的填报内容副本' });
    expect(mails[0]?.text).toContain('【基本情况】\n事由：海南考察\n份数：2\n持有人：欧***');
    for (const secret of ['欧阳', '11010519491231002X', '13800138000'])
      expect(mails[0]?.text).not.toContain(secret);
  });
  it('goes to nobody else, and not before anything is filed', async () => {
    await reachedAt('li@unit.example');
    expect((await copy('signer', await filed())).json).toMatchObject({ code: 'copy.not-yours' });
    const draft = (await door.call('filer', 'createCase', { body: { service: 'toy' } })).json as {
      id: string;
    };
    expect((await copy('filer', draft.id)).json).toMatchObject({ code: 'copy.draft' });
  });
});
