import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { demoOffice } from '@zhitongche/offices';
import { chromiumPath } from '../../scripts/lib/chromium.mjs';
import type { OfficeAddress } from './office.ts';

/** What people hold in their hands: width and height in CSS pixels. */
const DEVICES = {
  desktop: { width: 1440, height: 900 },
  laptop: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/** How somebody comes by. */
export interface Look {
  readonly device?: keyof typeof DEVICES;
  readonly theme?: 'light' | 'dark';
  /** Keeps files on the device as an installed app does; off by default, so that every page comes from the server. */
  readonly installed?: boolean;
}

/** Somebody with a browser, signed in or not. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about so far and no story expected: script errors, refused contents, failed calls. */
  faults(): readonly string[];
  /** Complaints matching this are part of the story. */
  expect(complaint: RegExp): void;
  /** Opens an address of the office. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser of one test file. */
export interface Door {
  readonly address: string;
  /** Comes in as an account of the demo office; null = a stranger. */
  visit(username: string | null, look?: Look): Promise<Visitor>;
  close(): Promise<void>;
}

/** Starts a browser before an office; close it in `afterAll`. */
export async function openDoor({ address, clock }: OfficeAddress): Promise<Door> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      // Pinned, because date inputs take their order from it: month, day, year. Pages see the context's `zh-CN`.
      '--lang=en-US',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  return {
    address,
    async visit(username, { device = 'desktop', theme = 'light', installed = false } = {}) {
      const context = await browser.newContext({
        viewport: DEVICES[device],
        colorScheme: theme,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        acceptDownloads: true,
        hasTouch: device === 'phone',
        isMobile: device === 'phone',
        serviceWorkers: installed ? 'allow' : 'block',
        baseURL: address,
      });
      context.setDefaultTimeout(15_000);
      const shift = Number(await (await fetch(clock)).text());
      await context.addInitScript(moveClock, shift);
      if (username !== null) await signIn(context, username);
      const page = await context.newPage();
      const { faults, expect } = listen(page);
      return {
        page,
        context,
        faults,
        expect,
        open: async (path) => void (await page.goto(path)),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** Runs in the browser: its date is the office's, its timers stay real. */
function moveClock(shift: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: number[]) {
      if (given.length === 0) super(Real.now() + shift);
      else super(...(given as [number, number]));
    }
    static override now(): number {
      return Real.now() + shift;
    }
  } as DateConstructor;
}

/** Signs in over the same door the log-in page uses; the page itself has its own story. */
export async function signIn(context: BrowserContext, username: string): Promise<void> {
  const reply = await context.request.post('/api/login', {
    data: { username, password: demoOffice.password },
  });
  if (!reply.ok()) throw new Error(`${username} cannot sign in: ${await reply.text()}`);
}

function listen(page: Page): Pick<Visitor, 'faults' | 'expect'> {
  const heard: string[] = [];
  const expected: RegExp[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      heard.push(`${message.text()} @ ${message.location().url}`);
  });
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`));
  return {
    faults: () => heard.filter((line) => !expected.some((pattern) => pattern.test(line))),
    expect: (pattern) => void expected.push(pattern),
  };
}

/** Takes a picture when pictures are wanted (`SCREENSHOTS=1`): into `docs/screenshots`. */
export async function shot(page: Page, name: string, fullPage = false): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return;
  const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage,
    animations: 'disabled',
    caret: 'hide',
  });
}
