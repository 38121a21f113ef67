import { fieldAt, type Answers, type Form, type Json } from '@zhitongche/kernel';
import { rowsOf } from '../diff/compare-answers.ts';

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
