import type { KeyboardEvent } from 'react';
import { move, nextCell, type Spot } from './grid-move.ts';

/** False in a menu or list that floats above the table (React hands its keys on), and on buttons that know what Enter means. */
export const isOurs = ({ target, currentTarget, key }: KeyboardEvent<HTMLElement>): boolean => {
  if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return false;
  return !(target instanceof HTMLButtonElement) || (target.className === 'cell-button' && key !== 'Enter');
};

/** Keys the grid takes for itself; the rest belong to the input one is in. */
export const stepFor = (
  event: KeyboardEvent,
  here: Spot,
  size: { readonly rows: number; readonly columns: number },
): Spot | undefined => {
  if (event.key === 'Tab') return nextCell(here, size, event.shiftKey);
  if (event.key === 'Enter') return move(here, event.shiftKey ? 'ArrowUp' : 'ArrowDown', size);
  const input = event.target;
  if (input instanceof HTMLSelectElement || (input instanceof HTMLInputElement && input.type === 'date'))
    return undefined;
  if (input instanceof HTMLInputElement && input.getAttribute('role') === 'combobox') return undefined;
  if (input instanceof HTMLInputElement) {
    const { selectionStart: start, selectionEnd: end, value } = input;
    const all = start === 0 && end === value.length;
    if ((event.key === 'ArrowLeft' || event.key === 'Home') && !all && start !== 0) return undefined;
    if ((event.key === 'ArrowRight' || event.key === 'End') && !all && end !== value.length) return undefined;
  }
  return move(here, event.key, size, event.ctrlKey || event.metaKey);
};
