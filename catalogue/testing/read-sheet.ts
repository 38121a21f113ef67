import { linesInParts } from '@zhitongche/file/server';
import type { Answers, Fields } from '@zhitongche/form';
import type { RegisterKind } from '@zhitongche/register';

/** Columns a list of another system is read by into a register. */
export const importColumnsOf = (kind: RegisterKind): Fields => ({
  ...Object.fromEntries(
    Object.values(kind.form).flatMap(({ fields }) =>
      Object.entries(fields).filter(([, { kind: sort }]) => sort !== 'files' && sort !== 'table'),
    ),
  ),
  ...kind.imported?.columns,
});

/** A sheet as the register reads it, nothing learnt before. */
export const readSheet = (kind: RegisterKind, cells: readonly (readonly string[])[]): readonly Answers[] => {
  const reading = linesInParts(importColumnsOf(kind), [
    { name: '表一', cells: cells.map((row) => [...row]) },
  ]);
  for (;;) {
    const part = reading.next();
    if (part.done)
      return part.value.lines.map(({ answers }) => kind.imported?.read(answers, undefined) ?? answers);
  }
};
