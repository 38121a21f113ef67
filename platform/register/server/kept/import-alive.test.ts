import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '@zhitongche/host';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { toyKeys } from '../../testing/toy-register.ts';
import { importKept } from './import-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
});
afterAll(() => t.drop());

/** The longest this process thought without giving anybody else a turn, in milliseconds of work: a busy machine does not count. */
async function longestThought(work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  let last = process.cpuUsage();
  let going = true;
  const tick = (): void => {
    const { user, system } = process.cpuUsage(last);
    most = Math.max(most, (user + system) / 1000);
    last = process.cpuUsage();
    if (going) setImmediate(tick);
  };
  setImmediate(tick);
  try {
    await work();
  } finally {
    going = false;
  }
  return most;
}

it('a list of twenty thousand lines holds up nobody else, neither looked at nor written', async () => {
  const head = '编号,房间,种类,有效期至,保管人,保管人身份证号';
  const lines = Array.from(
    { length: 20_000 },
    (_, n) => `N-${n},第${n}室,门,2027-01-01,林见山,11010519491231002X`,
  );
  // Reading is another thread's work in operation: here it is done before.
  const sheets = [{ name: '钥匙', cells: [head, ...lines].map((line) => line.split(',')) }];
  const app = {
    ...t.app,
    reader: { ...t.app.reader, read: async () => ({ ok: true, value: sheets }) },
  } as never;
  const read = async (confirm?: string) =>
    await importKept(app, await t.actor('handler'), {
      register: 'toy-keys',
      key: newId(),
      file: {
        name: '钥匙.csv',
        stream: Readable.from([Buffer.from([head, ...lines].join('\n'))]),
        limit: 10_000_000,
      },
      ...(confirm === undefined ? {} : { confirm }),
    });
  let digest = '';
  const looked = await longestThought(async () => {
    ({ digest } = await read());
  });
  const written = await longestThought(() => read(digest));
  expect(Math.max(looked, written), `${looked} ms looked at, ${written} ms written`).toBeLessThanOrEqual(300);
}, 240_000);
