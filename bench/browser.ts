import { chromium, type Page } from 'playwright-core';
import { bundled, pageOf } from '../apps/web/testing/bundle.ts';
import { median, round } from './lib/stats.ts';

const SLOWER = 4;
const KEYS = 40;
const WHEELS = 60;
const GOAL = 50;
const WORDS = 'abcdefghij';

/** What is typed into: the first word of the last visible row of a table of 200 × 10, a field in the middle of 700. */
const FORMS = {
  table: { query: 'form=table', into: '[role="grid"] tbody tr:nth-child(5) td:nth-child(2)' },
  long: { query: 'form=long', into: '#f301' },
} as const;

/** How long a key takes until it is drawn in large forms, and a frame while ten thousand rows are scrolled, with the processor slowed four times. */
export default async function browserBench(): Promise<Record<string, unknown>> {
  const made = await bundled('platform/form/web/testing/typing.page.tsx');
  const list = await bundled('platform/case/web/testing/inbox.page.tsx');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const forms: Record<string, unknown> = {};
    for (const [name, { query, into }] of Object.entries(FORMS)) {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
      const page = await pageOf(context, made, query);
      forms[name] = await keysIn(page, into);
      await context.close();
    }
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    const scrolled = await scroll(await pageOf(context, list, ''));
    return {
      chromium: browser.version(),
      method: { cpuSlowDown: SLOWER, keys: KEYS, wheels: WHEELS },
      forms,
      scrolled,
      goalMs: GOAL,
    };
  } finally {
    await browser.close();
  }
}

/** Types key by key, each once the one before was drawn and the page is idle, and tells how long each took to be drawn. */
async function keysIn(page: Page, into: string): Promise<Record<string, number>> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const cdp = await page.context().newCDPSession(page);
  await page.locator(into).click();
  await page.evaluate(LISTEN);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  for (let i = 0; i < KEYS; i += 1) {
    await page.keyboard.press(WORDS[i % WORDS.length] ?? 'a');
    await page.evaluate('window.__idle()');
  }
  const { drawn, whole }: { drawn: number[]; whole: number[] } = await page.evaluate('window.__keys');
  // The first keys find code the engine has not translated yet.
  const [warm, all] = [drawn.slice(5), whole.slice(5)];
  return {
    drawnMs: round(median(warm)),
    drawnMsSlowest: round(Math.max(...warm)),
    longestTaskMs: round(median(all)),
    longestTaskMsSlowest: round(Math.max(...all)),
  };
}

// From the press to the frame after it, and the longest stretch in which nothing else could be answered until all is quiet.
const LISTEN = `window.__keys = { drawn: [], whole: [] };
let longest = 0;
new PerformanceObserver((list) => { for (const e of list.getEntries()) longest = Math.max(longest, e.duration); }).observe({ type: 'longtask' });
addEventListener('keydown', (event) => {
  longest = 0;
  const from = event.timeStamp;
  requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => window.__keys.drawn.push(performance.now() - from); port2.postMessage(0); });
}, true);
window.__idle = () => new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => { window.__keys.whole.push(longest); done(); })));`;

/** Turns the wheel through the list, and tells how long the frames between took. */
async function scroll(page: Page): Promise<Record<string, number>> {
  await page.locator('[role="row"]').nth(5).waitFor();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.mouse.move(700, 450);
  await page.evaluate(FRAMES);
  for (let i = 0; i < WHEELS; i += 1) await page.mouse.wheel(0, 400);
  const frames: number[] = await page.evaluate('window.__frames.splice(0)');
  const slow = frames.filter((frame) => frame > GOAL).length;
  return {
    frames: frames.length,
    frameMs: round(median(frames)),
    frameMsSlowest: round(Math.max(...frames)),
    longerThanGoal: slow,
  };
}

const FRAMES = `window.__frames = []; let before = performance.now();
(function next() { requestAnimationFrame((now) => { window.__frames.push(now - before); before = now; next(); }); })();`;
