import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Waits until a page has said all it has to say: a heading is there and nothing is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/**
 * axe as it is put into a page. Translated for old browsers it keeps every private field in a WeakMap, one each for the red of a
 * colour and the green of it, and a third of a look went into those; here a field stands on its object.
 */
const AXE = `((WeakMap, WeakSet) => { ${axe.source} })(
  class { key = Symbol(); get(of) { return of[this.key]; } has(of) { return this.key in of; } set(of, to) { of[this.key] = to; return this; } },
  class { key = Symbol(); has(of) { return this.key in of; } add(of) { of[this.key] = true; return this; } },
);`;

/** Violations of WCAG 2.2 A and AA that a program can find, one line each with the first culprits. */
export async function violations(page: Page, only?: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(
    async ({ rule, tags }) => {
      const run: typeof axe.run = Reflect.get(globalThis, 'axe').run;
      const told = await run(
        // What a browser shows of a PDF is its own business.
        { exclude: ['iframe, object, embed'] },
        {
          runOnly: rule === undefined ? { type: 'tag', values: tags } : { type: 'rule', values: [rule] },
          // Only violations are read; telling every element that passed would take longer than finding those that do not.
          resultTypes: ['violations'],
        },
      );
      return told.violations;
    },
    { rule: only, tags: WCAG },
  );
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}) ${nodes
        .slice(0, 3)
        .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
        .join(' | ')}`,
  );
}

/** Changes the device's theme and waits until the page has followed. */
export async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, colorScheme);
  await frames(page);
  // Colours pass over: while they do, an element still has the colour of the other theme.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map((one) => one.finished.catch(() => undefined)),
    ).then(() => undefined),
  );
}

/** Two frames: what follows a change of the window has followed. */
const frames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** What sticks out of the page at the right, so that the whole page would scroll sideways; empty when nothing does. */
export async function overflow(page: Page): Promise<readonly string[]> {
  await frames(page);
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(-3)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40) ?? ''}`);
  });
}

/** Where pictures of pages a story looks at are put; none are taken when it is not set. */
const PICTURES = process.env.PICTURES;
const WIDTHS = [1440, 1024, 390] as const;

/** What sticks out of the page on a desk, a small laptop and a phone, each with its width; empty when all fits. */
export async function lookAt(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await settled(page);
    found.push(...(await overflow(page)).map((line) => `${name} ${width} px: ${line}`));
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  if (before) await page.setViewportSize(before);
  return found;
}
