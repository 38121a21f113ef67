import { type Draws, inRanges, type Problem, readRanges } from '@zhitongche/base';
import { undrawable } from '@zhitongche/form';
import { useCallback, useMemo } from 'react';
import { useRead } from '@zhitongche/contract/web';

/** What the office's papers can draw, asked for once when the first form opens; undefined until it is here. */
export const useDraws = (): Draws | undefined => {
  const { data } = useRead('glyphs', {}, { staleTime: Number.POSITIVE_INFINITY });
  return useMemo(() => {
    if (!data) return undefined;
    const ranges = readRanges(data.ranges);
    return (code) => inRanges(ranges, code);
  }, [data]);
};

/** Says while it is typed what papers cannot print of a text outside of any form: a name, a letterhead. */
export const usePrintable = (): ((label: string, text: string) => readonly Problem[]) => {
  const draws = useDraws();
  return useCallback(
    (label, text) => {
      const problem = draws && undrawable(label, 'This text', text, draws);
      return problem ? [problem] : [];
    },
    [draws],
  );
};
