import type { RegisterKind } from '@zhitongche/register';
import type { Row } from './use-row-act.ts';

/** Whether a row may be taken to a stage: by which move, or why not. */
export type Door =
  | { readonly is: 'open'; readonly move: Row['moves'][number] }
  | { readonly is: 'here' }
  | { readonly is: 'shut'; readonly why: string };

const label = (kind: RegisterKind, stage: string): string => kind.stages?.list[stage]?.label ?? stage;

/** Only stages a move leads to let a row in; the others say what is missing, or from where one comes. */
export const doorTo = (
  kind: RegisterKind,
  row: Pick<Row, 'stage' | 'title' | 'moves' | 'asked' | 'keeps'>,
  stage: string,
): Door => {
  if (stage === row.stage) return { is: 'here' };
  const moves = row.moves.filter(({ to }) => to === stage);
  const open = moves.find(({ needs }) => !needs.some(({ level }) => level === 'block'));
  if (open) return { is: 'open', move: open };
  const [missing] = moves.flatMap(({ needs }) => needs);
  if (missing) return { is: 'shut', why: missing.message };
  if (row.asked) return { is: 'shut', why: `“${row.asked.label}”还在等第二人确认` };
  const known = kind.stages?.moves.filter(({ to, from }) => to === stage && !from.includes(stage)) ?? [];
  if (known.some(({ from }) => from.includes(row.stage)))
    return { is: 'shut', why: '由另外的人办理，您可以查看' };
  const from = [...new Set(known.flatMap((move) => move.from))].map((one) => `“${label(kind, one)}”`);
  return {
    is: 'shut',
    why: from.length === 0 ? '没有办法转到这里' : `只能由${from.join('、')}到这里`,
  };
};
