import type { Role } from '@zhitongche/access';
import type { Move, RegisterKind } from './kind.ts';

type Staged = Pick<RegisterKind, 'stages'>;

/** Stages a row comes to by some of its moves alone. */
const reachedBy = ({ stages }: Staged, passes: (move: Move) => boolean): ReadonlySet<string> => {
  const reached = new Set([stages?.first ?? '']);
  const moves = (stages?.moves ?? []).filter(passes);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of moves) if (from.some((stage) => reached.has(stage))) reached.add(to);
  }
  return reached;
};

/** Whether every way of a row to this stage leads past a second person. */
export const decidedByTwo = (kind: Staged, stage: string): boolean =>
  kind.stages?.list[stage] !== undefined && !reachedBy(kind, ({ second }) => !second).has(stage);

/** Whether what is asked of a row at this stage is changed by nobody alone. */
export const frozen = (kind: Staged, stage: string): boolean =>
  decidedByTwo(kind, stage) && kind.stages?.list[stage]?.edits !== true;

/**
 * Whether some way of a row to this stage is open to whoever `holds` roles: past no move that is named for others. What
 * nobody takes by hand opens no way to where another move is named for somebody.
 */
export const mayBring = (
  kind: Staged,
  stage: string,
  holds: (roles: readonly Role[]) => boolean,
): boolean => {
  const moves = kind.stages?.moves ?? [];
  const named = new Set(moves.flatMap(({ roles = [], to }) => (roles.length > 0 ? [to] : [])));
  const passes = ({ roles, to }: Move): boolean =>
    roles === undefined || (roles.length === 0 ? !named.has(to) : holds(roles));
  return kind.stages?.list[stage] === undefined || reachedBy(kind, passes).has(stage);
};

/** Why two are needed: no instrument asks it of every register, so it is the office's own rule. */
export const SECOND = {
  title: '本单位台账管理规定',
  article: '双人办理：提出与确认由不同的人办理',
} as const;
