import { cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Door, openDoor, type Visitor } from '../harness/browser.ts';
import { type Checkout, checkout } from '../harness/checkout.ts';
import { decide, openFromInbox } from '../harness/desk.ts';
import { inputAt } from '../harness/fill-form.ts';

const BUILD_WEB = "await (await import('./scripts/lib/build-web.mjs')).buildWeb();";
const SOURCES = ['packages', 'platform', 'catalogue', 'apps', 'offices', 'scripts', 'e2e'];

/** The starts of the generator, what is filed first and who takes it to the end. */
const STARTS = [
  {
    start: 'approval',
    folder: 'friendship/town-twinning',
    label: '友好城市结好',
    // A division: no account is asked of it, and in a new office no unit has one yet.
    filer: 'friendship-filer',
    sections: [
      {
        subject: '与日本长野市结好',
        unit: '友好城市处',
        persons: '3',
        onDate: '2026-05-20',
        reason: '两市往来二十年，拟正式结好。',
      },
      { contactName: '周联络', contactPhone: '13900000000' },
    ],
    acts: [
      ['window', '受理'],
      ['handler', '同意'],
      ['head', '同意'],
    ],
  },
  {
    start: 'internal',
    folder: 'office/leave-abroad',
    label: '本办人员因私出国（境）',
    filer: 'handler',
    sections: [
      {
        subject: '赴日本探亲',
        unit: '出国审批处',
        persons: '1',
        onDate: '2026-05-20',
        reason: '探望在外求学的女儿。',
      },
    ],
    acts: [
      ['head', '同意'],
      ['deputy', '同意'],
    ],
  },
] as const;
type Start = (typeof STARTS)[number];

const seconds: Record<string, Record<string, number>> = { shared: {} };
/** Does something and keeps how long it took. */
async function timed<T>(of: string, step: string, work: () => T | Promise<T>): Promise<T> {
  const began = Date.now();
  const done = await work();
  (seconds[of] ??= {})[step] = Math.round((Date.now() - began) / 100) / 10;
  return done;
}

let copy: Checkout;
let door: Door | undefined;
beforeAll(() => {
  copy = checkout();
}, 120_000);
afterAll(async () => {
  await door?.close();
  await copy.remove();
}, 60_000);

test.each(STARTS)(
  'the start $start is one folder and one line of the catalogue, nothing else',
  async ({ start, folder, label }) => {
    await timed(start, 'generate', () =>
      copy.run('scripts/new-service.mjs', folder, label, `--start=${start}`),
    );
    expect(
      copy
        .git('status', '--porcelain', '--', ...SOURCES)
        .trim()
        .split('\n'),
    ).toEqual(['M catalogue/catalogue.ts', `?? catalogue/${folder}/`]);
    expect(copy.git('diff', '--numstat').trim()).toBe('1\t0\tcatalogue/catalogue.ts');
    copy.git('add', 'catalogue');
    copy.git('commit', '-q', '-m', label);
  },
  60_000,
);

test('both are built into the program, and it opens', async () => {
  await timed('shared', 'build', () => copy.run('--input-type=module', '--eval', BUILD_WEB));
  door = await openDoor(await timed('shared', 'open', () => copy.serve()));
}, 400_000);

test.each(STARTS)(
  'a case of $label is filed and decided in the browser',
  async (one) => {
    const id = await timed(one.start, 'file', () => file(one));
    await timed(one.start, 'decide', () => decided(one, id));
  },
  240_000,
);

test('and how long that took is told', () => {
  const { shared = {}, ...starts } = seconds;
  const whole = (of: Readonly<Record<string, number>>): number =>
    Math.round([...Object.values(of), ...Object.values(shared)].reduce((sum, n) => sum + n, 0));
  const told = {
    measured: 'seconds from the command of the generator to a case filed and decided in the browser',
    ok: true,
    at: new Date().toISOString(),
    cores: cpus().length,
    node: process.version,
    shared,
    starts: Object.fromEntries(
      Object.entries(starts).map(([name, of]) => [name, { ...of, whole: whole(of) }]),
    ),
  };
  expect(Object.keys(told.starts)).toEqual(STARTS.map(({ start }) => start));
  const words = `${JSON.stringify(told, null, 2)}\n`;
  process.stderr.write(words);
  if (process.env['MEASURED']) writeFileSync(process.env['MEASURED'], words);
});

/** Whoever files finds the service in the hall and fills it in; the case's id. */
async function file({ label, filer, sections }: Start): Promise<string> {
  const visitor = await visit(filer);
  const { page } = visitor;
  await visitor.open('/hall');
  await page.getByRole('heading', { name: label }).click();
  await page.getByRole('button', { name: '开始申报' }).click();
  await page.locator('#section-title').waitFor();
  for (const [n, section] of sections.entries()) {
    for (const [key, value] of Object.entries(section)) await inputAt(page, [key]).fill(value);
    if (n < sections.length - 1) await page.getByRole('button', { name: '下一部分' }).click();
  }
  await page.getByRole('button', { name: '核对并提交' }).click();
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.waitForURL(/\/hall\/cases\/[0-9a-f-]{36}(?!\/edit)/);
  const id = /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await leave(visitor);
  return id;
}

/** Each desk takes it on; in the end the filer's own page says that it is done. */
async function decided({ filer, acts }: Start, id: string): Promise<void> {
  for (const [who, act] of acts) {
    const visitor = await visit(who);
    await openFromInbox(visitor.page, id);
    await decide(visitor.page, act);
    await leave(visitor);
  }
  const visitor = await visit(filer);
  await visitor.open(`/hall/cases/${id}`);
  await expect.poll(() => statusOf(visitor.page, id), { timeout: 60_000, interval: 500 }).toBe('completed');
  await visitor.page.reload();
  await visitor.page.getByText('已办结').first().waitFor();
  await leave(visitor);
}

const statusOf = async (page: Page, id: string): Promise<unknown> =>
  ((await (await page.request.get(`/api/cases/${id}`)).json()) as { row: { status: unknown } }).row.status;

async function visit(who: string): Promise<Visitor> {
  if (!door) throw new Error('The office is not open');
  return await door.visit(who);
}

/** Whoever leaves had nothing to complain about. */
async function leave(visitor: Visitor): Promise<void> {
  expect(visitor.faults()).toEqual([]);
  await visitor.close();
}
