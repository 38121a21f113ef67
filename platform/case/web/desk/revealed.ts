import { fieldAt, type Answers, type Form } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { rowsOf, type SectionChange } from '../diff/compare-answers.ts';

/** Values shown for a stated purpose: dotted path without row numbers → value, or one value per row of a table. */
export type Revealed = Readonly<Record<string, Json | undefined>>;

/** Puts revealed values in place of the masked ones. */
export const withRevealed = (answers: Answers, revealed: Revealed): Answers => {
  const shown: Record<string, Json | undefined> = { ...answers };
  for (const [path, value] of Object.entries(revealed)) {
    const [key = '', column] = path.split('.');
    if (column === undefined) {
      shown[key] = value;
      continue;
    }
    const cells: readonly Json[] = Array.isArray(value) ? value : [];
    shown[key] = rowsOf(shown[key]).map((row, i) =>
      cells[i] === undefined ? row : { ...row, [column]: cells[i] },
    );
  }
  return shown;
};

/** Masked paths not shown yet, with the words people use for them. */
export const stillMasked = (
  form: Form,
  masked: readonly string[],
  revealed: Revealed,
): readonly { readonly path: string; readonly label: string }[] =>
  masked
    .filter((path) => !Object.hasOwn(revealed, path))
    .map((path) => ({ path, label: fieldAt(form, path)?.words ?? path }));

/**
 * Puts revealed values into a comparison made from masked ones: the round before stays masked, so comparing
 * plain values with it would call every row new.
 */
export const showRevealed = (
  sections: readonly SectionChange[],
  answers: Answers,
  revealed: Revealed,
): readonly SectionChange[] => {
  if (Object.keys(revealed).length === 0) return sections;
  const shown = withRevealed(answers, revealed);
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map((change) => {
      const after = shown[change.key];
      if (change.rows === undefined) return { ...change, after };
      const rows = rowsOf(after);
      return {
        ...change,
        after,
        rows: change.rows.map((row) => {
          const now = row.to === undefined ? undefined : rows[row.to];
          return now === undefined ? row : { ...row, after: now };
        }),
      };
    }),
  }));
};
