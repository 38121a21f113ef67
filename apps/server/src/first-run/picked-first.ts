import type { Field } from '@zhitongche/form';
import type { RegisterKind } from '@zhitongche/register';

type Fields = Readonly<Record<string, Field>>;

const sourcesOf = (fields: Fields): readonly string[] =>
  Object.values(fields).flatMap((field) =>
    field.kind === 'pick' ? [field.from] : field.kind === 'table' ? sourcesOf(field.columns) : [],
  );

/** Registers in an order in which none picks from one that comes after it. */
export function pickedFirst(kinds: readonly RegisterKind[]): readonly RegisterKind[] {
  const ordered = new Set<RegisterKind>();
  const begun = new Set<RegisterKind>();
  const place = (kind: RegisterKind): void => {
    if (begun.has(kind)) return;
    begun.add(kind);
    const sources = Object.values(kind.form).flatMap(({ fields }) => sourcesOf(fields));
    for (const other of kinds) if (sources.includes(other.code)) place(other);
    ordered.add(kind);
  };
  for (const kind of kinds) place(kind);
  return [...ordered];
}
