import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { components } from '../testing/show.ts';

const show = components('apps/web/testing/patterns/patterns.page.tsx');
const UI = join(import.meta.dirname, '../../../packages/ui/src');
const WIDTHS = [1440, 1024, 390] as const;
const THEMES = ['light', 'dark'] as const;

/** Components of the entrance; what begins with a capital and is none is an error, a context, or a mark of state. */
const NO_COMPONENT = new Set(['ApiProblem', 'Unreachable', 'RuleName']);
const exported = [...readFileSync(join(UI, 'index.ts'), 'utf8').matchAll(/\{([^}]+)\}/g)]
  .flatMap(([, names = '']) => names.split(','))
  .map((name) => name.trim())
  .filter((name) => /^[A-Z][A-Za-z]+$/.test(name) && !NO_COMPONENT.has(name));
const tokens = [
  ...new Set(
    [...readFileSync(join(UI, 'tokens.css'), 'utf8').matchAll(/^\s+(--[\w-]+):/gm)].map(
      ([, name = '']) => name,
    ),
  ),
];

const open = async (theme: (typeof THEMES)[number], width: number): Promise<Page> => {
  const page = await show(`theme=${theme}`);
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
  await page.getByRole('heading', { level: 1, name: '组件' }).waitFor();
  await page.waitForFunction(() =>
    document.querySelector('[data-pattern="Async"]')?.textContent?.includes('连接不上'),
  );
  return page;
};

/** Colours that stand on the page and are the value of no token, each with who has it. */
const strangers = (page: Page): Promise<readonly string[]> =>
  page.evaluate((names) => {
    const probe = document.createElement('i');
    // Read at once, and not in the middle of a change.
    probe.style.setProperty('transition', 'none', 'important');
    document.body.append(probe);
    const values = new Set(['rgba(0, 0, 0, 0)']);
    for (const name of names) {
      probe.style.color = '';
      probe.style.color = `var(${name})`;
      values.add(getComputedStyle(probe).color);
    }
    probe.remove();
    const found = new Set<string>();
    for (const one of document.querySelectorAll('[data-pattern] *, [role="dialog"] *, [role="menu"] *')) {
      // What a browser draws itself, such as the list of a select, has its own colours.
      if (one.matches('option, path, rect, circle, input[type="checkbox"], input[type="radio"], progress'))
        continue;
      // Only heard, and never seen.
      if (one.closest('[style*="clip"]') !== null) continue;
      const style = getComputedStyle(one);
      const seen = [style.color, style.backgroundColor];
      for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const)
        if (style[`border${side}Width`] !== '0px') seen.push(style[`border${side}Color`]);
      for (const colour of seen)
        if (!values.has(colour)) found.add(`${one.tagName.toLowerCase()}.${one.className} ${colour}`);
    }
    return [...found];
  }, tokens);

/** The size a length of the tokens comes to. */
const px = (page: Page, token: string): Promise<number> =>
  page.evaluate((name) => {
    const probe = document.createElement('i');
    probe.style.cssText = `display: block; width: var(${name})`;
    document.body.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width;
  }, token);

/** Boxes of one kind, as wide, high and round as they came out. */
const boxes = (page: Page, selector: string) =>
  page.evaluate(
    (of) =>
      [...document.querySelectorAll(`[data-pattern] ${of}`)]
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => {
          const { width, height } = one.getBoundingClientRect();
          const style = getComputedStyle(one);
          return {
            what: `${one.className} ${one.textContent?.slice(0, 12) ?? ''}`,
            width,
            height,
            radius: Number.parseFloat(style.borderTopLeftRadius),
            size: Number.parseFloat(style.fontSize),
          };
        }),
    selector,
  );

describe('the page of patterns', () => {
  test('shows every component there is, and every one in some state', async () => {
    const page = await open('light', 1440);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-pattern]')].map(
        (one) => one.dataset['pattern'] ?? '',
      ),
    );
    expect(exported.length).toBeGreaterThan(40);
    expect(exported.filter((name) => !shown.includes(name))).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
  });

  for (const theme of THEMES)
    for (const width of WIDTHS)
      test(`every colour is a token’s and nothing sticks out: ${theme}, ${width} px`, async () => {
        const page = await open(theme, width);
        expect(await strangers(page)).toEqual([]);
        const out = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('[data-state]')]
            .filter((one) => one.scrollWidth > one.clientWidth + 1)
            .map(
              (one) =>
                `${one.closest<HTMLElement>('[data-pattern]')?.dataset['pattern']} ${one.dataset['state']}`,
            ),
        );
        expect(out).toEqual([]);
      });

  test('boxes are as high and as round as their tokens say, and words are of few sizes', async () => {
    const page = await open('light', 1440);
    const [control, small, target, radius, round] = [
      await px(page, '--control'),
      await px(page, '--control-small'),
      await px(page, '--target'),
      await px(page, '--radius'),
      await px(page, '--radius-s'),
    ];
    expect([control, small, target, radius, round]).toEqual([36, 28, 44, 6, 4]);
    const all = async (selector: string) => {
      const found = await boxes(page, selector);
      expect(found.length).toBeGreaterThan(0);
      return found;
    };
    const normal = await all('.button:not(.button-small, .button-large)');
    expect(normal.filter((box) => box.height !== control || box.radius !== radius)).toEqual([]);
    expect((await all('.button-small')).filter((box) => box.height !== small)).toEqual([]);
    expect((await all('.button-large')).filter((box) => box.height !== target)).toEqual([]);
    expect((await all('.button-icon')).filter((box) => box.width !== box.height)).toEqual([]);
    expect((await all('input.input, select.input')).filter((box) => box.height !== control)).toEqual([]);
    expect((await all('.badge')).filter((box) => box.radius !== round)).toEqual([]);
    const sizes = new Set((await boxes(page, '*')).map(({ size }) => Math.round(size * 10) / 10));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
    expect(sizes.size).toBeLessThanOrEqual(12);
  });

  test('on the phone whatever is pressed is as high as a finger', async () => {
    const page = await open('light', 390);
    const target = await px(page, '--target');
    // A word within a sentence is as high as its line.
    const low = (
      await boxes(
        page,
        'button:not(.hint-word), a.button, input:not([type="checkbox"], [type="radio"], [type="file"]), select, label.check',
      )
    )
      .filter((box) => box.height < target && box.width > 1)
      .map(({ what, height }) => `${what} ${height}`);
    expect(low).toEqual([]);
  });

  test('what opens over the page keeps to the tokens too, light and dark', async () => {
    for (const theme of THEMES) {
      const page = await open(theme, 1440);
      for (const of of [
        'ActionMenu',
        'PopoverButton',
        'Hint',
        'Dialog',
        'ConfirmSheet',
        'CommandPalette',
        'TwoVersions',
      ]) {
        await page.locator(`[data-pattern="${of}"] button`).first().click();
        await page.locator('[role="dialog"], [role="menu"]').first().waitFor();
        expect([of, await strangers(page)]).toEqual([of, []]);
        await page.keyboard.press('Escape');
        await page.locator('[role="dialog"], [role="menu"]').first().waitFor({ state: 'detached' });
      }
      await page.context().close();
    }
  });

  test('every state can be used by everyone: names, contrast and order, light and dark', async () => {
    for (const theme of THEMES) {
      const page = await open(theme, 1440);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const run: typeof axe.run = Reflect.get(globalThis, 'axe').run;
        const { violations } = await run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
          resultTypes: ['violations'],
        });
        return violations.map(
          ({ id, nodes }) =>
            `${id} ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 120))
              .join(' | ')}`,
        );
      });
      expect(found).toEqual([]);
    }
  });
});
