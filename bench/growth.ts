import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Door, openDoor } from '../e2e/harness/browser.ts';
import { checkout, type Checkout } from '../e2e/harness/checkout.ts';
import { type Office, officeFolder, openOffice, OPENING } from '../e2e/harness/office.ts';
import { addServices, servicesIn } from './lib/grown.ts';
import { median, round } from './lib/stats.ts';

const COPIES = 30;
const RUNS = 3;
/** Milliseconds after which nothing more belongs to a page. */
const SETTLE = 1500;

/** Pages an office opens all day, by who opens them. */
const PAGES: Readonly<Record<string, readonly [who: string | null, path: string]>> = {
  login: [null, '/login'],
  hall: ['commerce-filer', '/hall'],
  inbox: ['handler', '/desk'],
  case: ['handler', '/desk/cases/{case}'],
  registers: ['handler', '/insight/registers'],
  statistics: ['handler', '/insight/stats'],
  audit: ['auditor', '/admin/audit'],
  policies: ['sysadmin', '/admin/policies'],
  letterheads: ['sysadmin', '/admin/letterheads'],
};

/** Answers whose length could grow with the catalogue. */
const ANSWERS = ['/api/services', '/api/registers', '/api/me'] as const;

/** The program with the services it has, and with thirty more: what every page, device, start and test costs of each. */
export default async function growth(args: readonly string[]): Promise<Record<string, unknown>> {
  const copies = Number(args[0] ?? COPIES);
  const few = await measured(0);
  const many = await measured(copies);
  const added = many.services - few.services;
  return {
    method: { copies, runs: RUNS, settleMs: SETTLE },
    few,
    many,
    perService: {
      startMs: round((many.startMs - few.startMs) / added),
      memoryMegabytes: round((many.memoryMegabytes - few.memoryMegabytes) / added),
      sweepSeconds: round((many.sweepSeconds - few.sweepSeconds) / added),
      catalogueKilobytes: round((kb(many, '/api/services') - kb(few, '/api/services')) / added),
      registersKilobytes: round((kb(many, '/api/registers') - kb(few, '/api/registers')) / added),
    },
    pageRatios: Object.fromEntries(
      Object.keys(PAGES).map((page) => [page, round((many.pages[page] ?? 0) / (few.pages[page] ?? 1))]),
    ),
    keptRatio: round(many.keptKilobytes / few.keptKilobytes),
  };
}

interface Measured {
  readonly services: number;
  /** Kilobytes over the wire of a page opened by a browser that holds nothing. */
  readonly pages: Readonly<Record<string, number>>;
  /** Kilobytes a device keeps after the inbox was opened once. */
  readonly keptKilobytes: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly startMs: number;
  readonly memoryMegabytes: number;
  readonly sweepSeconds: number;
  readonly sweepMegabytes: number;
}

const kb = (one: Measured, answer: (typeof ANSWERS)[number]): number => one.answers[answer] ?? 0;

async function measured(copies: number): Promise<Measured> {
  const copy = checkout();
  try {
    addServices(copy.folder, copies);
    // A service that was copied is locked as it stands.
    copy.run('scripts/lock-shapes.mjs');
    const sweep = await swept(copy);
    copy.run('--input-type=module', '--eval', BUILD_WEB);
    const program = copy.run('--input-type=module', '--eval', BUILD_PROGRAM).trim();
    return { services: servicesIn(copy.folder), ...sweep, ...(await served(copy, program)) };
  } finally {
    await copy.remove();
  }
}

const BUILD_WEB = "await (await import('./scripts/lib/build-web.mjs')).buildWeb();";
const BUILD_PROGRAM =
  "console.log(await (await import('./scripts/lib/build-program.mjs')).buildProgram('office', 'e2e/harness/serve.ts'));";

/** The sweep over every definition, as the tests run it: each folder its own. */
async function swept(copy: Checkout): Promise<Pick<Measured, 'sweepSeconds' | 'sweepMegabytes'>> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'catalogue', '-t', 'has no dead end'],
    { cwd: copy.folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, treeMegabytes(child.pid ?? 0));
  }, 200);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error('A definition among the copies has a dead end');
  return { sweepSeconds: round((performance.now() - began) / 1000), sweepMegabytes: round(peak) };
}

async function served(
  copy: Checkout,
  program: string,
): Promise<Omit<Measured, 'services' | 'sweepSeconds' | 'sweepMegabytes'>> {
  const folder = await officeFolder();
  const plan = {
    data: join(folder, 'data'),
    web: join(copy.folder, 'apps/web/dist'),
    shift: OPENING - Date.now(),
  };
  const open = async (office: 'filed' | 'kept') =>
    openOffice(copy.folder, ['--expose-gc', program], { ...plan, office });
  try {
    await (await open('filed')).stop();
    const starts: number[] = [];
    let office: Office | undefined;
    for (let run = 0; run < RUNS; run += 1) {
      await office?.stop();
      const began = performance.now();
      office = await open('kept');
      starts.push(performance.now() - began);
    }
    if (!office) throw new Error('No run');
    // Jobs of the start come to rest; what a process needs is what it holds then, not what it has not thrown away yet.
    await pause(10_000);
    const memoryMegabytes = round(Number(await (await fetch(`${office.clock}/held`)).text()) / 1_000_000);
    const door = await openDoor(office);
    try {
      return { startMs: round(median(starts)), memoryMegabytes, ...(await looked(door)) };
    } finally {
      await door.close();
      await office.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function looked(door: Door): Promise<Pick<Measured, 'pages' | 'keptKilobytes' | 'answers'>> {
  const pages: Record<string, number> = {};
  for (const [name, [who, path]] of Object.entries(PAGES)) {
    const visitor = await door.visit(who);
    const { page, context } = visitor;
    let bytes = 0;
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await visitor.open(
      path.replace('{case}', path.includes('{case}') ? await firstCase(visitor.context) : ''),
    );
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForTimeout(SETTLE);
    pages[name] = round(bytes / 1000);
    await visitor.close();
  }
  const handler = await door.visit('handler', { installed: true });
  await handler.open('/desk');
  await handler.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await handler.page.waitForTimeout(2 * SETTLE);
  const kept = Number(await handler.page.evaluate(KEPT));
  const answers: Record<string, number> = {};
  for (const path of ANSWERS)
    answers[path] = round((await (await handler.context.request.get(path)).body()).length / 1000);
  await handler.close();
  return { pages, keptKilobytes: round(kept / 1000), answers };
}

/** Bytes of every file the service worker keeps. */
const KEPT = `(async () => {
  let sum = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) sum += (await (await cache.match(request)).blob()).size;
  }
  return sum;
})()`;

async function firstCase(context: Awaited<ReturnType<Door['visit']>>['context']): Promise<string> {
  const reply = await context.request.get('/api/inbox?tab=all&limit=1');
  const { items }: { items: readonly { id: string }[] } = await reply.json();
  return items[0]?.id ?? '';
}

/** Resident memory of a process in megabytes; 0 when it is gone. */
function megabytesOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** The same with the processes it started. */
function treeMegabytes(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return megabytesOf(pid) + children.reduce((sum, child) => sum + treeMegabytes(Number(child)), 0);
  } catch {
    return 0;
  }
}
