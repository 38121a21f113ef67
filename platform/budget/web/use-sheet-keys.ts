import { cellsOfText, type Sheet, type CellRef } from '@zhitongche/budget';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { CorrectionStep } from './correction.ts';

/** Moving and pasting in a sheet: gives the frame its listeners, and brings the cell asked for into sight. */
export const useSheetKeys = (
  sheet: Sheet,
  spot: CellRef | null,
  mine: boolean,
  onStep: (step: CorrectionStep) => void,
) => {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    if (spot === null) return;
    const cell = cellOf(frame.current, spot.row, spot.column);
    cell?.scrollIntoView({ block: 'center', inline: 'center' });
    cell?.focus({ preventScroll: true });
  }, [spot]);
  const onKey = (e: KeyboardEvent<HTMLElement>): void => {
    const step =
      e.key === 'ArrowDown' || (e.key === 'Enter' && !e.shiftKey) ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    const place = e.target instanceof HTMLElement ? e.target.dataset : {};
    // Inside long text the arrows and the line break belong to the text.
    if (step === 0 || place['row'] === undefined || e.target instanceof HTMLTextAreaElement) return;
    e.preventDefault();
    cellOf(frame.current, Number(place['row']) + step, Number(place['column']))?.focus();
  };
  const onPaste = (e: ClipboardEvent<HTMLElement>): void => {
    const text = e.clipboardData.getData('text/plain');
    const place = e.target instanceof HTMLElement ? e.target.dataset : {};
    // One cell's worth of text is typing; a block goes into the cells from here on.
    if (!mine || place['row'] === undefined || !/[\t\n]/.test(text.trim())) return;
    e.preventDefault();
    onStep({
      do: 'paste',
      sheet: sheet.id,
      row: Number(place['row']),
      column: Number(place['column']),
      block: cellsOfText(text),
    });
  };
  return { frame, hears: { onKeyDown: onKey, onPaste } };
};

const cellOf = (frame: HTMLElement | null, row: number, column: number): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;
