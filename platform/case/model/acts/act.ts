import type { Command } from '../command.ts';
import type { CaseEvent } from '../event.ts';
import type { SetOff } from '../flow.ts';
import { apply } from '../fold.ts';
import { type DecisionBuilder, write } from '../decision-builder.ts';
import type { Opening } from '../open-acts.ts';
import { opinionIn } from '../payload.ts';
import type { Problem, Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { CaseState } from '../state.ts';
import type { MoneyMove } from '@zhitongche/money';
import { receiptFor } from '../money/move-money.ts';
import type { StrandsMoved } from '../strands/case-strand.ts';

/** One act as asked for: what was opened, what came with it. */
export interface Asked {
  readonly opening: Opening;
  readonly command: Command;
  /** Sound answers of the act's extra form. */
  readonly data?: Answers;
  /** Figures computed from them. */
  readonly derived?: Json;
  /** Strands it moves. */
  readonly moves?: StrandsMoved;
  /** What it does to the money. */
  readonly money?: MoneyMove;
}

/** Carries an act out by writing its events, or returns everything that stands in its way and writes nothing. */
export type Act = (journal: DecisionBuilder, asked: Asked) => readonly Problem[];

/** No problems. */
export const DONE: readonly Problem[] = [];

/** Effects the act's definition sets off. */
export const effectsOf = (asked: Asked): readonly SetOff[] => asked.opening.def?.effects ?? [];

/** Optional opinion as a part of an event. */
export const words = (asked: Asked): { readonly opinion?: string } => {
  const opinion = opinionIn(asked.opening, asked.command);
  return opinion === undefined ? {} : { opinion };
};

/** The event that says who did what, with which opinion and form. */
export const decidedBy = (
  { opening, data, derived, command, moves }: Asked,
  stays: boolean,
): Extract<CaseEvent, { type: 'decided' }> => ({
  type: 'decided',
  step: opening.step ?? '',
  seat: opening.seat,
  act: opening.act,
  kind: opening.kind,
  label: opening.label,
  ...words({ opening, command }),
  ...(opening.form === undefined || data === undefined
    ? {}
    : { form: opening.form, data, ...(moves ? { chosen: moves.ids } : {}) }),
  ...(derived === undefined ? {} : { derived }),
  ...(stays ? { stays: true as const } : {}),
});

/** The state once the act is on record, before it is known where it leads. */
export const onRecord = ({ state, setting, doer }: DecisionBuilder, asked: Asked): CaseState =>
  [decidedBy(asked, true), ...movedBy(asked)].reduce(
    (now, body) => apply(now, { at: setting.now, doer, body }),
    state,
  );

const movedBy = ({ moves, money }: Asked): readonly CaseEvent[] => [
  ...(moves ? [{ type: 'strands-moved' as const, ...moves }] : []),
  ...(money ? [{ type: 'money' as const, told: money }] : []),
];

/** Writes that the seat has acted: who, what, with which opinion and form. */
export const writeDecided = (journal: DecisionBuilder, asked: Asked, stays = false): void => {
  for (const body of [decidedBy(asked, stays), ...movedBy(asked)]) write(journal, body);
  if (asked.money) receiptFor(journal, asked.money);
};
