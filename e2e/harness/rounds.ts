import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Visitor } from './browser.ts';
import { linesOfPage, misspokenIn } from '../../apps/web/testing/page-words.ts';
import { overflow, settled, turn, violations } from './page-invariants.ts';
import type { OfficeFixture } from './fixture.ts';

/** Where to go; `{title}` stands for the id of the visitor's case of that title, or of the row of the register. */
export interface Round {
  /** Account of the demo office; null = a stranger. */
  readonly who: string | null;
  readonly why: string;
  readonly paths: readonly string[];
  /** Complaints of the browser that belong to these pages. */
  readonly expected?: RegExp;
}

async function addressOf({ page }: Visitor, path: string): Promise<string> {
  const title = /\{(.+)\}/.exec(path)?.[1];
  if (title === undefined) return path;
  const [, register] = /^\/desk\/kept\/([^/?]+)/.exec(path) ?? [];
  const reply = await page.request.get(
    register !== undefined
      ? `/api/kept/${register}/rows?limit=100`
      : path.startsWith('/hall')
        ? '/api/my/cases'
        : '/api/inbox?tab=all&limit=100',
  );
  const { items }: { items: readonly { id: string; title: string }[] } = await reply.json();
  const found = items.find((item) => item.title === title);
  if (!found) throw new Error(`${title} is not among the cases of this visitor`);
  return path.replace(/\{.+\}/, found.id);
}

const DEVICES = {
  desktop: { widths: [1440, 1024] },
  phone: { widths: [390, 360] },
} as const;

/** What every page keeps to by now; days in messages and records, and the marks of missing answers, are still told as they were written. */
const HELD: ReadonlySet<string> = new Set(['code', 'amount']);
/** Where accounts, figures and codes of events are named by what they are. */
const BY_THEIR_NAMES = /^\/(admin|login|account)/;

const seen = new Set<string>();
/** True for the first page of a layout: addresses that differ in the case or in what a list is asked for show the same page. */
function firstOf(path: string): boolean {
  const layout = path.replace(/\{.+?\}/, '…').replace(/\?(?!s=).*$/, '');
  const first = !seen.has(layout);
  seen.add(layout);
  return first;
}

/**
 * All faults of a page on one device, each with where it was seen. What a pass is for:
 * - all rules, in light, on each device: a wide and a narrow page are laid out of different parts;
 * - its words, once: both devices say the same;
 * - every width, without loading anew: what changes between widths is the layout alone;
 * - contrast, in dark: a theme changes colours and nothing else. The desk has all the parts that stand on a page; what a
 *   phone has in their place is the same for all pages of one layout, and is looked at on the first of them.
 */
async function faultsOf(
  { page }: Visitor,
  device: keyof typeof DEVICES,
  path: string,
  dark: boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (where: string, lines: readonly string[]) =>
    found.push(...lines.map((line) => `${path} ${where}: ${line}`));
  const { widths } = DEVICES[device];
  await page.setViewportSize({ width: widths[0], height: 844 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(path);
  await settled(page);
  note(device, await violations(page));
  if (device === 'desktop' && !BY_THEIR_NAMES.test(path)) {
    const lines = await page.evaluate(linesOfPage);
    note(
      'words',
      misspokenIn(lines).flatMap(({ rule, words }) =>
        HELD.has(rule) ? [`${rule}: ${words.slice(0, 120)}`] : [],
      ),
    );
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    note(`${width} px`, await overflow(page));
  }
  if (dark) {
    await turn(page, 'dark');
    note(`${device}, dark`, await contrastIn(page, 'dark'));
  }
  return found;
}

/**
 * What cannot be read in a theme. A fault is what is seen twice: on a busy machine a browser may still pass from one theme to
 * the other while axe looks, and has then the background of one and the text of the other.
 */
async function contrastIn(page: Page, theme: 'light' | 'dark'): Promise<readonly string[]> {
  await turn(page, theme);
  const once = await violations(page, 'color-contrast');
  if (once.length === 0) return once;
  await turn(page, theme);
  return violations(page, 'color-contrast');
}

/** Every page of these rounds, wide and narrow, light and dark, can be used by everyone and complains of nothing. */
export function goRound({ visit, leave }: OfficeFixture, rounds: readonly Round[]): void {
  describe('every page, wide and narrow, light and dark, can be used by everyone and complains of nothing', () => {
    for (const { who, why, paths, expected } of rounds)
      test(`as ${why}`, { timeout: 600_000 }, async () => {
        // The two look at the pages side by side: half the time, and nothing of what one sees is the other's.
        const visitors = { desktop: await visit(who), phone: await visit(who, { device: 'phone' }) };
        const round = async (device: keyof typeof DEVICES) => {
          const visitor = visitors[device];
          if (expected) visitor.expect(expected);
          const found: string[] = [];
          for (const path of paths) {
            const dark = device === 'desktop' || firstOf(path);
            found.push(...(await faultsOf(visitor, device, await addressOf(visitor, path), dark)));
          }
          return found;
        };
        const found = (await Promise.all([round('desktop'), round('phone')])).flat();
        expect(found).toEqual([]);
        await leave(visitors.desktop);
        await leave(visitors.phone);
      });
  });
}
