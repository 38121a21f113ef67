import type { Field, Form } from '@zhitongche/form';
import type { Move, RegisterKind } from '@zhitongche/register';
import type { RowLine } from './columns.ts';

/** Most rows one act is taken on. */
export const MOST = 200;

/** One thing that can be done with many rows: a move they all may take, or one answer that is set for all. */
export interface ForMany {
  readonly key: string;
  readonly label: string;
  /** What is asked with it; the answer of a `set` is asked in a form of its own. */
  readonly form: Form;
  /** Asked for as one list, which another person agrees to whole. */
  readonly second?: true;
  readonly act:
    | { readonly act: 'move'; readonly move: string }
    | { readonly act: 'set'; readonly field: string };
}

const PLAIN: readonly Field['kind'][] = ['choice', 'yes-no', 'date', 'text', 'country', 'integer'];

const isOneLine = (field: Field): boolean => field.kind !== 'text' || (field.lines ?? 1) <= 1;

const moveFor = ({ key, label, form = {}, second }: Move): ForMany => ({
  key: `move.${key}`,
  label: second ? `${label}（列成清册，两人办理）` : label,
  form,
  ...(second ? { second } : {}),
  act: { act: 'move', move: key },
});

/** What can be done with all of the rows: where a thing is named by it, each is done for itself. */
export const forMany = (kind: RegisterKind, rows: readonly RowLine[]): readonly ForMany[] => {
  const moves = (kind.stages?.moves ?? [])
    .filter(
      // What nobody takes by hand is offered to nobody.
      ({ from, roles }) => roles?.length !== 0 && rows.every(({ stage }) => from.includes(stage)),
    )
    .map(moveFor);
  const sets = Object.values(kind.form).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([key, field]): readonly ForMany[] => {
      if (!PLAIN.includes(field.kind) || !isOneLine(field) || kind.unique?.includes(key)) return [];
      const { shown: _shown, ...asked } = field;
      const one = { ...asked, required: true, width: 12 } as Field;
      return [
        {
          key: `set.${key}`,
          label: `把“${field.label}”改成一样`,
          form: { one: { title: field.label, fields: { [key]: one } } },
          act: { act: 'set', field: key },
        },
      ];
    }),
  );
  return [...moves, ...sets];
};
