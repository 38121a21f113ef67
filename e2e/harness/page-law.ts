import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Waits until a page has said all it has to say: a heading is there and nothing is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Violations of WCAG 2.2 A and AA that a program can find, one line each with the first culprits. */
export async function violations(page: Page, only?: string): Promise<readonly string[]> {
  // Only violations are read; telling every element that passed would take longer than finding those that do not.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  // What a browser shows of a PDF is its own business.
  axe.exclude('iframe, object, embed');
  const { violations: found } = await (only ? axe.withRules([only]) : axe.withTags(WCAG)).analyze();
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
