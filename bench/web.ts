import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import { actorOf as signedActor } from '@zhitongche/account/server';
import { openDb, APP_ROLE, newId } from '@zhitongche/host';
import { buildHttp } from '../apps/server/src/http/http.ts';
import { handlers } from '../apps/server/src/http/handlers.ts';
import { act } from '@zhitongche/case/server';
import { benchApp, runningClock } from './lib/app.ts';
import { makeDrafts } from './lib/drafts.ts';
import { type Session, logIn } from './lib/http-load.ts';
import { actorOf, makeOffice } from './lib/office.ts';
import { type BenchServer, startServer } from './lib/postgres.ts';
import { median, round } from './lib/stats.ts';
import { NO_PANEL, roadOf } from './lib/trip.ts';

const RUNS = 7;
const SLOWER = 4;
const CASES = 30;
/** Milliseconds after which nothing more belongs to a first load or to an interaction. */
const SETTLE = 1500;
const GOALS = { kilobytesGz: 200, lcpSeconds: 1.5 } as const;

/** A first visit: who opens what on which screen, and what is touched then. */
interface Visit {
  readonly who: string | null;
  readonly path: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly phone: boolean;
  /** What is there when the page is worth something, touched to measure the interaction. */
  readonly touch: string;
}

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1366, height: 768 };
const VISITS: Readonly<Record<string, Visit>> = {
  login: { who: null, path: '/login', size: DESKTOP, phone: false, touch: 'main input, form input' },
  hall: { who: 'unit1-filer', path: '/', size: DESKTOP, phone: false, touch: 'main a[href]' },
  phoneDesk: { who: 'handler', path: '/desk', size: PHONE, phone: true, touch: 'main a[href*="/desk/"]' },
};

/** First load of hall and phone desk: bytes, largest paint and interaction in Chromium slowed down four times. */
export default async function web(): Promise<Record<string, unknown>> {
  const server = await startServer();
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

async function measure(server: BenchServer): Promise<Record<string, unknown>> {
  const webDir = join(server.folder, 'web');
  await build(webDir);
  const db = openDb(server.target, { size: 8, role: APP_ROLE, broken: () => undefined });
  const app = await benchApp({
    db,
    folder: server.folder,
    office: 'bench',
    clock: runningClock(Date.now()),
    webDir,
  });
  const office = await makeOffice(app, { code: 'bench', name: '测量省外办', units: 3, policies: NO_PANEL });
  for (const draft of await makeDrafts(app, office, CASES, '2026-03-02'))
    for (const { by, command } of roadOf(draft).slice(0, 3)) {
      const [row] = await db.query<{ revision: number }>(
        'select revision from case_file where office = $1 and id = $2',
        [office.code, draft.caseId],
      );
      await act(app, actorOf(office, by), {
        caseId: draft.caseId,
        revision: row?.revision ?? 0,
        key: newId(),
        command,
      });
    }
  const http = await buildHttp({ app, handlers, actorOf: signedActor });
  const address = await http.listen({ host: '127.0.0.1', port: 0 });
  const sessions = await logIn(
    address,
    Object.values(VISITS).flatMap(({ who }) => who ?? []),
  );
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const visits: Record<string, unknown> = {};
    for (const [name, visit] of Object.entries(VISITS)) {
      const seen: Seen[] = [];
      // The first run warms the server's own caches and is not counted.
      for (let run = 0; run <= RUNS; run += 1) {
        const context = await browser.newContext({
          viewport: visit.size,
          hasTouch: visit.phone,
          isMobile: visit.phone,
          locale: 'zh-CN',
          serviceWorkers: 'block',
        });
        const one = await firstLoad(context, address, visit, sessions.get(visit.who ?? ''));
        if (run > 0) seen.push(one);
        await context.close();
      }
      visits[name] = summary(seen);
    }
    return {
      chromium: browser.version(),
      method: { runs: RUNS, cpuSlowDown: SLOWER, serviceWorker: 'blocked', network: 'loopback' },
      visits,
      goals: GOALS,
    };
  } finally {
    await browser.close();
    await http.close();
    await db.close();
  }
}

async function build(outDir: string): Promise<void> {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(
    process.execPath,
    [vite, 'build', '--logLevel', 'error', '--configLoader', 'runner', '--outDir', outDir, '--emptyOutDir'],
    {
      cwd: join(root, 'apps/web'),
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('The browser files cannot be built');
}

/** Bytes of one load; `wire` is what came over the connection, heads and all, the others are bodies compressed here. */
interface Seen {
  readonly requests: number;
  readonly wire: number;
  readonly scripts: number;
  readonly styles: number;
  readonly api: number;
  /** The page itself, icons, the manifest. */
  readonly other: number;
  readonly lcp: number;
  readonly interaction: number;
}

async function firstLoad(
  context: BrowserContext,
  address: string,
  visit: Visit,
  session: Session | undefined,
): Promise<Seen> {
  const cookie = /cookie: ([^=]+)=([^\r]+)/.exec(session ?? '');
  if (cookie?.[1] && cookie[2])
    await context.addCookies([{ name: cookie[1], value: cookie[2], url: address }]);
  const page = await context.newPage();
  const bytes = { requests: 0, wire: 0, scripts: 0, styles: 0, api: 0, other: 0 };
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  cdp.on('Network.requestWillBeSent', () => {
    bytes.requests += 1;
  });
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes.wire += encodedDataLength;
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(OBSERVE);
  await page.goto(address + visit.path, { waitUntil: 'load' });
  const target = page.locator(visit.touch).first();
  await target.waitFor({ state: 'visible' });
  await page.waitForTimeout(SETTLE);
  const lcp = await number(page, 'lcp');
  // Not while it loads: the same thread answers the browser.
  for (const response of responses) await weigh(response, bytes);
  const loaded = { ...bytes };
  await (visit.phone ? target.tap() : target.click());
  await page.waitForTimeout(SETTLE);
  return { ...loaded, lcp, interaction: await number(page, 'interaction') };
}

/** Adds the compressed body of an answer to what it is. */
async function weigh(response: Response, bytes: Record<'api' | 'scripts' | 'styles' | 'other', number>) {
  const type = response.headers()['content-type'] ?? '';
  // Live news never ends.
  if (type.includes('event-stream')) return;
  const body = await response.body().catch(() => Buffer.of());
  const part = new URL(response.url()).pathname.startsWith('/api/')
    ? 'api'
    : type.includes('javascript')
      ? 'scripts'
      : type.includes('css')
        ? 'styles'
        : 'other';
  bytes[part] += gzipSync(body).length;
}

// Event timing is rounded to 8 ms by the browser.
const OBSERVE = `window.__seen = { lcp: 0, interaction: 0 };
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.__seen.lcp = e.startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.interactionId) window.__seen.interaction = Math.max(window.__seen.interaction, e.duration); })
  .observe({ type: 'event', buffered: true, durationThreshold: 16 });`;

const number = async (page: Page, key: 'lcp' | 'interaction'): Promise<number> =>
  Number(await page.evaluate(`window.__seen.${key}`));

function summary(seen: readonly Seen[]) {
  const middle = (pick: (one: Seen) => number) => median(seen.map(pick));
  const kilobytes = (bytes: number) => round(bytes / 1000);
  return {
    requests: middle((one) => one.requests),
    kilobytesGz: kilobytes(middle((one) => one.scripts + one.styles)),
    scriptsGz: kilobytes(middle((one) => one.scripts)),
    stylesGz: kilobytes(middle((one) => one.styles)),
    apiGz: kilobytes(middle((one) => one.api)),
    otherGz: kilobytes(middle((one) => one.other)),
    wireKilobytes: kilobytes(middle((one) => one.wire)),
    lcpMs: Math.round(middle((one) => one.lcp)),
    lcpMsFastest: Math.round(Math.min(...seen.map((one) => one.lcp))),
    lcpMsSlowest: Math.round(Math.max(...seen.map((one) => one.lcp))),
    interactionMs: Math.round(middle((one) => one.interaction)),
  };
}
