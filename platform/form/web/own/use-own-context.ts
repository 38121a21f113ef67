import { makeCalendar } from '@zhitongche/base';
import type { CheckContext } from '@zhitongche/case';
import { makePolicyReader } from '@zhitongche/office';
import { useToday } from '@zhitongche/ui';
import { useMemo } from 'react';
import { useDraws } from '../use-draws.ts';

/** What the fields of a form of its own are judged by: the day, and for what papers will print the faces of the office. */
export const useOwnContext = (printed: boolean): CheckContext => {
  const today = useToday();
  const draws = useDraws();
  return useMemo(
    () => ({
      today,
      policy: makePolicyReader([], [], [], today),
      calendar: makeCalendar([], { from: today, to: today }),
      facts: {
        table: () => [],
        lookup: () => undefined,
        draws: printed && draws ? draws : () => true,
      },
    }),
    [today, draws, printed],
  );
};
