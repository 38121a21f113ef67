import type { MouseEvent } from 'react';

/** Hands on the row a press means; none beside every row, on what is done with one and where a new tab is asked for, which is the browser's business. */
export const pressedRow = (e: MouseEvent, onShow: (id: string) => void): void => {
  const { target } = e;
  if (
    !(target instanceof HTMLElement) ||
    target.closest('button, input, label') !== null ||
    e.ctrlKey ||
    e.metaKey ||
    e.shiftKey
  )
    return;
  const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (id === undefined) return;
  e.preventDefault();
  // The keys that follow are the list's: a link in focus would take Enter for itself.
  target.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  onShow(id);
};
