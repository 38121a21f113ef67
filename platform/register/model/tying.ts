import type { RowCommand } from './command.ts';
import { type Decided, type RowDeciding, refused } from './deciding-row.ts';
import type { RegisterKind } from './kind.ts';
import type { KeptRow } from './row.ts';
import { rowNotOpen } from './row-problems.ts';

/** Decides a tie to another row, or its end; both ends hear of it in one commit. */
export const decideTie = (
  kind: RegisterKind,
  row: KeptRow,
  command: RowCommand & { act: 'tie' | 'untie' },
  { above }: RowDeciding,
): Decided => {
  const relation = kind.relations.find(({ key }) => key === command.relation);
  if (!relation || relation.to !== command.to.register) return refused(rowNotOpen('没有这种关联'));
  const known = row.ties.find(
    (tie) => tie.relation === relation.key && tie.to.id === command.to.id && !tie.back,
  );
  const self = { register: kind.code, id: row.id, title: kind.title(row.answers) };
  const type = command.act === 'tie' ? ('tied' as const) : ('untied' as const);
  if (command.act === 'tie') {
    if (known) return refused(rowNotOpen(`已经关联“${command.to.title}”`));
    if (command.to.id === row.id) return refused(rowNotOpen('不能关联自己'));
    if (relation.one && row.ties.some((tie) => tie.relation === relation.key && !tie.back))
      return refused(rowNotOpen(`“${relation.label}”只能有一个，请先解除原来的`));
    if (relation.acyclic && above.includes(row.id))
      return refused(rowNotOpen(`“${command.to.title}”已在这一条之下，不能再放到它的上面`));
  } else if (!known) return refused(rowNotOpen(`没有关联“${command.to.title}”`));
  return {
    problems: [],
    events: [{ type, relation: relation.key, to: command.to }],
    far: [{ row: command.to.id, event: { type, relation: relation.key, to: self, back: true } }],
  };
};
