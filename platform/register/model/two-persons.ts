import type { RegisterKind } from './kind.ts';

/** Stages a row comes to without a second person anywhere on its way. */
const reachedAlone = ({ stages }: Pick<RegisterKind, 'stages'>): ReadonlySet<string> => {
  const reached = new Set([stages?.first ?? '']);
  const moves = (stages?.moves ?? []).filter(({ second }) => !second);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of moves) if (from.some((stage) => reached.has(stage))) reached.add(to);
  }
  return reached;
};

/** Whether every way of a row to this stage leads past a second person. */
export const decidedByTwo = (kind: Pick<RegisterKind, 'stages'>, stage: string): boolean =>
  kind.stages?.list[stage] !== undefined && !reachedAlone(kind).has(stage);

/** Why two are needed: no instrument asks it of every register, so it is the office's own rule. */
export const SECOND = {
  title: '本单位台账管理规定',
  article: '双人办理：提出与确认由不同的人办理',
} as const;
