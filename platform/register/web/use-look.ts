import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useRouter } from '@tanstack/react-router';
import { needsNoWords, type RegisterKind } from '@zhitongche/register';
import { useToday } from '@zhitongche/ui';
import { columnsOf } from './columns.ts';
import { useWays } from './kept-ways.ts';
import type { RowLook } from './RowLineView.tsx';

/** Pixels a column needs to be read. */
const NAME = 250;
const STAGE = 100;
const OTHER = 112;
const DUE = 136;
const ACTS = 128;

/** How the rows of a list are drawn: as many of the chosen columns as there is room for, the rest on the card. */
export const useLook = (
  kind: RegisterKind,
  shown: readonly string[],
  staged: boolean,
  box: RefObject<HTMLElement | null>,
): RowLook => {
  const today = useToday();
  const ways = useWays();
  const router = useRouter();
  const width = useWidth(box);
  return useMemo(() => {
    const acted = kind.stages?.moves.some((move) => needsNoWords(kind, move)) ?? false;
    const fixed = NAME + (staged ? STAGE : 0) + (kind.dates.length > 0 ? DUE : 0) + (acted ? ACTS : 0);
    const room = Math.max(0, Math.floor((width - fixed) / OTHER));
    const columns = columnsOf(kind)
      .filter(({ key }) => shown.includes(key))
      .slice(0, room);
    const template = [
      'minmax(12rem, 2.2fr)',
      ...(staged ? ['6rem'] : []),
      ...columns.map(() => 'minmax(5rem, 1fr)'),
      ...(kind.dates.length > 0 ? ['8.5rem'] : []),
      ...(acted ? ['8rem'] : []),
    ].join(' ');
    const hrefOf = (id: string): string =>
      router.buildLocation({ to: ways.row, params: { register: kind.code, row: id } }).href;
    return { kind, columns, template, today, staged, acted, hrefOf };
  }, [kind, shown, staged, width, today, ways, router]);
};

/** Width of a part of the page in pixels, as it changes. */
const useWidth = (box: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [box]);
  return width;
};
