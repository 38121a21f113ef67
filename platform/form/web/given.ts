import type { Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { pathOf } from './at.ts';

const keyed = (value: Json | undefined): value is Answers & Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths of what answers say already: what a page is opened with was left once, so what is wrong with it may be said. */
export const givenIn = (answers: Answers): ReadonlySet<string> =>
  new Set(
    Object.entries(answers).flatMap(([key, value]) => {
      if (value === undefined || value === null || value === '') return [];
      const rows = Array.isArray(value) && value.some(keyed) ? value : [];
      if (rows.length === 0 || rows.some((row) => keyed(row) && 'digest' in row)) return [key];
      return rows.flatMap((row: Json, i) =>
        keyed(row)
          ? Object.entries(row).flatMap(([cell, said]) =>
              said === undefined || said === null || said === '' ? [] : [pathOf([key, i, cell])],
            )
          : [],
      );
    }),
  );
