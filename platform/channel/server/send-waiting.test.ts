import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { App, Carrier } from '@zhitongche/core/server';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { type SinkMood, type SmtpSink, smtpSink } from '../testing/smtp-sink.ts';
import { enqueue, type MessageWish } from './enqueue.ts';
import { CLAIM, sendWaiting } from './send-waiting.ts';
import { smtpCarrier } from './smtp.ts';

const KIND = { code: 'test.plain', subject: '直通车：您有一条办件消息' };
const CODE = { code: 'test.code', subject: '直通车：验证码', secret: true } as const;
const FROM = '直通车 <noreply@office.example>';

let t: TestOffice;
const sinks: SmtpSink[] = [];
beforeAll(async () => {
  t = await testOffice();
});
afterEach(async () => {
  await t.base.owner.query('delete from message');
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
  t.at('2026-03-02');
});
afterAll(() => t.drop());

/** The office with its mail server: one that behaves as told, at every try of every mail. */
async function withSink(
  mood?: (to: string, before: number) => SinkMood,
): Promise<{ app: App; sink: SmtpSink }> {
  const sink = await smtpSink(mood);
  sinks.push(sink);
  return { sink, app: withMail(mailTo(sink)) };
}
const mailTo = ({ port }: SmtpSink): Carrier =>
  smtpCarrier({ host: '127.0.0.1', port, security: 'plain', from: FROM, auth: { kind: 'none' } });
const withMail = (mail: Carrier | null): App => ({
  ...t.app,
  post: { carriers: async () => ({ mail, sms: null, wechat: null }), delivered: async () => null },
});

const wish = (to: string, more: Partial<MessageWish> = {}): MessageWish => ({
  kind: KIND,
  channel: 'mail',
  to,
  text: '《赴法国考察》等待您办理。',
  key: `test/${to.replace('@unit.example', '')}`,
  ...more,
});
const ask = (app: App, ...wishes: readonly MessageWish[]): Promise<number> =>
  app.db.tx((query) => enqueue(app, query, t.office, wishes));

interface Row {
  readonly state: string;
  readonly tries: number;
  readonly problem: string | null;
  readonly proof: string | null;
  readonly sealed: string | null;
  readonly hint: string;
}
const rows = (): Promise<Row[]> =>
  t.base.owner.query('select state, tries, problem, proof, sealed, hint from message order by key');

/** The worker at work: everything that is due now. */
async function work(app: App): Promise<void> {
  while (await sendWaiting(app, 'mail')) continue;
}
/** The worker at work for days: the clock goes on whenever nothing is due. */
async function workOn(app: App): Promise<void> {
  for (;;) {
    await work(app);
    const [next] = await t.base.owner.query<{ at: Date }>(
      "select next_at as at from message where state = 'queued' order by next_at limit 1",
    );
    if (!next) return;
    t.at(next.at.toISOString());
  }
}

describe('a message', () => {
  it('arrives as mail, with a subject that names nobody, from the office, marked as sent by a program', async () => {
    const { app, sink } = await withSink();
    await ask(app, wish('li@unit.example'));
    await work(app);
    const [mail] = sink.mails;
    expect(sink.mails).toHaveLength(1);
    expect(mail?.to).toBe('li@unit.example');
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@office\.example>$/);
    expect(await rows()).toMatchObject([
      { state: 'handed-over', tries: 1, proof: expect.stringContaining('250') },
    ]);
  });
  it('is not there when the act it belongs to is rolled back', async () => {
    const { app, sink } = await withSink();
    const act = app.db.tx(async (query) => {
      await enqueue(app, query, t.office, [wish('li@unit.example')]);
      throw new Error('the act was refused');
    });
    await expect(act).rejects.toThrow('refused');
    await work(app);
    expect(sink.mails).toEqual([]);
  });
  it('asked for twice under one key is sent once', async () => {
    const { app, sink } = await withSink();
    expect(await ask(app, wish('li@unit.example'))).toBe(1);
    expect(await ask(app, wish('li@unit.example'), wish('wang@unit.example'))).toBe(1);
    await work(app);
    expect(sink.mails.map(({ to }) => to).toSorted()).toEqual(['li@unit.example', 'wang@unit.example']);
  });
  it('keeps address and text sealed; of a code nothing is left once it has gone', async () => {
    const { app } = await withSink();
    await ask(app, wish('li@unit.example'), wish('wang@unit.example', { kind: CODE, text: '482913' }));
    const stored = JSON.stringify(await t.base.owner.query('select * from message'));
    for (const word of ['li@unit', 'wang@unit', '赴法国', '482913']) expect(stored).not.toContain(word);
    await work(app);
    expect(await rows()).toMatchObject([
      { sealed: expect.any(String), hint: 'l***@unit.example' },
      { sealed: null, hint: 'w***@unit.example' },
    ]);
  });
  it('that is of no use any more is not sent', async () => {
    const { app, sink } = await withSink();
    await ask(app, wish('li@unit.example', { kind: CODE, lasts: 600 }));
    t.at('2026-03-02T01:10:00.000Z');
    await work(app);
    expect(sink.visits()).toBe(0);
    expect(await rows()).toMatchObject([{ state: 'expired', sealed: null }]);
  });
  it('waits until it may leave', async () => {
    const { app, sink } = await withSink();
    await ask(app, wish('li@unit.example', { after: new Date('2026-03-02T03:00:00.000Z') }));
    await work(app);
    expect(sink.mails).toEqual([]);
    t.at('2026-03-02T03:00:00.000Z');
    await work(app);
    expect(sink.mails).toHaveLength(1);
  });
  it('for a channel nobody connected says so instead of pretending', async () => {
    const app = withMail(null);
    await ask(app, wish('li@unit.example'));
    await work(app);
    expect(await rows()).toMatchObject([{ state: 'stuck', problem: expect.stringContaining('未接通') }]);
  });
});

describe('a mail server', () => {
  it('that answers 451 is asked again after a pause, each longer than the one before, and takes it in the end', async () => {
    const { app, sink } = await withSink((_, before) => (before < 3 ? '451' : 'takes'));
    await ask(app, wish('li@unit.example'));
    await work(app);
    expect(await rows()).toMatchObject([
      { state: 'queued', tries: 1, problem: expect.stringContaining('451') },
    ]);
    await workOn(app);
    expect(sink.mails).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'handed-over', tries: 4, problem: null }]);
  });
  it('that never stops to answer 451 leaves it stuck, with its words', async () => {
    const { app, sink } = await withSink(() => '451');
    await ask(app, wish('li@unit.example'));
    await workOn(app);
    expect(sink.mails).toEqual([]);
    expect(await rows()).toMatchObject([
      { state: 'stuck', tries: 12, problem: expect.stringContaining('451') },
    ]);
  });
  it.each(['550', '550-late'] as const)(
    'that answers %s is not asked again, and its answer is kept',
    async (mood) => {
      const { app, sink } = await withSink(() => mood);
      await ask(app, wish('li@unit.example'));
      await workOn(app);
      expect(sink.visits()).toBe(1);
      expect(JSON.stringify(await rows())).not.toContain('li@unit');
      expect(await rows()).toMatchObject([{ state: 'refused', problem: expect.stringContaining('550') }]);
    },
  );
  it('that cuts the line in the middle of the mail is asked again', async () => {
    const { app, sink } = await withSink((_, before) => (before < 2 ? 'drops' : 'takes'));
    await ask(app, wish('li@unit.example'));
    await workOn(app);
    expect(sink.mails).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'handed-over', tries: 3 }]);
  });
  it('that is not there costs no mail', async () => {
    const { app: gone, sink } = await withSink();
    await sink.close();
    sinks.splice(0);
    await ask(gone, wish('li@unit.example'));
    await work(gone);
    expect(await rows()).toMatchObject([{ state: 'queued', tries: 1 }]);
    const { app: back, sink: again } = await withSink();
    t.at('2026-03-02T02:00:00.000Z');
    await work(back);
    expect(again.mails).toHaveLength(1);
  });
  it('that is slow is not handed the same mail by the next worker', async () => {
    const { app, sink } = await withSink(() => 'delays');
    await ask(app, wish('li@unit.example'), wish('wang@unit.example'));
    await Promise.all([work(app), work(app), work({ ...app })]);
    expect(sink.mails.map(({ to }) => to).toSorted()).toEqual(['li@unit.example', 'wang@unit.example']);
  });
});

describe('a worker', () => {
  it('takes one at a time, also where the database joins the queue with itself row by row', async () => {
    const { app } = await withSink();
    await ask(app, wish('li@unit.example'));
    // Of a table that held one row when it was last looked at, each row is asked for what the join wants.
    await t.base.owner.query('analyze message');
    await ask(app, wish('wang@unit.example'), wish('zhao@unit.example'));
    const taken = await app.db.tx(async (query) => {
      for (const way of ['hashjoin', 'mergejoin', 'material', 'indexscan', 'bitmapscan'])
        await query(`set local enable_${way} = off`);
      return query(CLAIM.text, ['mail', app.clock(), new Date(app.clock().getTime() + 1)]);
    });
    expect(taken).toHaveLength(1);
  });
});

describe('whatever a server that answers does to whichever mail', () => {
  const TEMPER = fc.array(fc.constantFrom<SinkMood>('delays', '451', 'drops', 'takes'), { maxLength: 4 });
  it('no mail is lost and none arrives twice, with three workers side by side', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(TEMPER, { minLength: 1, maxLength: 5 }), async (tempers) => {
        await t.base.owner.query('delete from message');
        t.at('2026-03-02');
        const { app, sink } = await withSink(
          (to, before) => tempers[Number(/\d+/.exec(to))]?.[before] ?? 'takes',
        );
        await ask(app, ...tempers.map((_, nth) => wish(`p${nth}@unit.example`)));
        for (;;) {
          await Promise.all([work(app), work(app), work(app)]);
          const [next] = await t.base.owner.query<{ at: Date }>(
            "select next_at as at from message where state = 'queued' order by next_at limit 1",
          );
          if (!next) break;
          t.at(next.at.toISOString());
        }
        expect(sink.mails.map(({ to }) => to).toSorted()).toEqual(
          tempers.map((_, nth) => `p${nth}@unit.example`),
        );
      }),
      { numRuns: 12 },
    );
  });
});

describe('a worker that is killed', () => {
  it('between handing over and writing it down sends it once more under the same Message-ID, never not at all', async () => {
    const { app, sink } = await withSink();
    await ask(app, wish('li@unit.example'));
    // The process is gone: nothing it does after the server said yes reaches the database.
    const dead: App = {
      ...app,
      db: { ...app.db, query: () => Promise.reject(new Error('killed')) },
    };
    await expect(sendWaiting(dead, 'mail')).rejects.toThrow('killed');
    expect(sink.mails).toHaveLength(1);
    await work(app);
    expect(sink.mails).toHaveLength(1);
    t.at('2026-03-02T01:02:00.000Z');
    await work(app);
    expect(sink.mails).toHaveLength(2);
    expect(new Set(sink.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await rows()).toMatchObject([{ state: 'handed-over', tries: 2 }]);
  });
});
