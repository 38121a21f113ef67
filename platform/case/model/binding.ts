import { decide } from './decide.ts';
import type { DecideContext } from './decision-builder.ts';
import { fold } from './fold.ts';
import type { ActKind } from './flow-words.ts';
import type { OpenAct } from './open-acts.ts';
import type { Service } from './service.ts';
import type { CaseState } from './state.ts';

/** Acts taken with one press; what asks for more is read before it is sent. */
const AT_ONCE: readonly ActKind[] = ['agree', 'advance', 'resume', 'endorse'];

/**
 * True when an act that asks for words at most could not be taken back once it is taken: it draws a number, asks for a
 * paper, tells a register or closes the case. Found by deciding it, never listed by hand.
 */
export const bindsForGood = (
  service: Service,
  state: CaseState,
  act: OpenAct,
  context: DecideContext,
): boolean => {
  if (!AT_ONCE.includes(act.kind) || act.form !== undefined) return false;
  const command = { act: act.act, ...(act.seat === null ? {} : { seat: act.seat }), opinion: act.label };
  const result = decide(service, state, command, context);
  if (!result.ok) return false;
  const { doer, events } = result.value;
  return (
    fold(
      events.map((body) => ({ at: context.now, doer, body })),
      state,
    ).lastAct === null
  );
};
