import type { Page } from 'playwright-core';

/** What filing cost somebody: controls set, and presses of the pointer, Enter or Space. */
export interface Effort {
  readonly fields: number;
  readonly clicks: number;
}

/** Counts on a page what its person does from now on; an upload is a field and a click, an answer set twice is one field. */
export async function counting(page: Page): Promise<{ so(): Effort; which(): readonly string[] }> {
  const set = new Set<string>();
  let clicks = 0;
  await page.exposeFunction('effortSet', (what: string) => void set.add(what));
  await page.exposeFunction('effortPressed', () => {
    clicks += 1;
  });
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return { so: () => ({ fields: set.size, clicks }), which: () => [...set] };
}

/** Runs in the browser. */
function listen(): void {
  const say = globalThis as unknown as { effortSet(what: string): void; effortPressed(): void };
  const named = (control: HTMLInputElement): string =>
    // Boxes of one question are one control; a cell is one of its own.
    (control.type === 'checkbox' || control.type === 'radio'
      ? control.closest('fieldset')?.id || control.closest('.field')?.querySelector('[id]')?.id
      : '') ||
    control.id ||
    control.name ||
    `${control.closest('[role=dialog]') ? 'dialog ' : ''}${control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.type}`;
  const heard = (event: Event): void => {
    const control = event.target;
    if (!(control instanceof HTMLElement) || !control.matches('input, select, textarea')) return;
    const input = control as HTMLInputElement;
    say.effortSet(named(input));
    if (input.type === 'file' && event.type === 'change') say.effortPressed();
  };
  addEventListener('input', heard, true);
  addEventListener('change', heard, true);
  addEventListener('pointerdown', () => say.effortPressed(), true);
  addEventListener(
    'keydown',
    ({ key, target }) => {
      // A blank between two words is typed, not pressed.
      const typing =
        target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea');
      if (key === 'Enter' || (key === ' ' && !typing)) say.effortPressed();
    },
    true,
  );
}
