import type { CaseRow } from '@zhitongche/contract';

/** A fact of a case as one line, with what it was before or is asked to become. */
export const factItem = ({
  label,
  value,
  note,
}: CaseRow['facts'][number]): { readonly label: string; readonly value: string } => ({
  label,
  value: note === undefined ? value : `${value}（${note}）`,
});
