import { type Answers, type TableField, toCellText } from '@zhitongche/form';

/** What a row is called by: its first answered open column, and the next few after it. */
export const headlineOf = (
  field: TableField,
  row: Answers,
): { readonly title: string; readonly rest: string } => {
  const texts = Object.entries(field.columns)
    .filter(([, c]) => (c.sensitivity ?? 'open') === 'open' && c.kind !== 'files' && c.kind !== 'yes-no')
    .map(([key, c]) => toCellText(c, row[key]))
    .filter((t) => t !== '');
  const [title = '', ...others] = texts;
  return { title, rest: others.slice(0, 4).join(' · ') };
};
