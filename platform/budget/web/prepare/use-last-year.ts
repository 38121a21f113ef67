import { type Disclosure, rowsBefore, type Sheet, sheetsMatched } from '@zhitongche/budget';
import type { Reply } from '@zhitongche/contract/web';
import { useMemo } from 'react';
import type { BeforeRows } from '../sheet-marks.ts';

/** Last year's figures under this year's, sheet by sheet; undefined where there is no last year. */
export const useLastYear = (
  last: Reply<'preparation'>['last'],
  model: Disclosure,
): { readonly label: string; readonly rowsOf: (sheet: Sheet) => BeforeRows } | undefined => {
  const lastSheets = useMemo(
    () => (last === null ? new Map() : new Map(sheetsMatched(last.model, model).map((own) => [own.id, own]))),
    // Which form is whose successor only changes when forms come, go or are renamed.
    // oxlint-disable-next-line react/exhaustive-deps
    [last, model.projects.map(({ name }) => name).join('|')],
  );
  return last === null
    ? undefined
    : {
        label: '上年',
        rowsOf: (own) => {
          const was = lastSheets.get(own.id);
          return was === undefined ? [] : rowsBefore(was, own);
        },
      };
};
