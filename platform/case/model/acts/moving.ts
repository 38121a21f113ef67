import { faultProblems, opinionIn, replyProblems } from '../payload.ts';
import { refusal } from '../act-problems.ts';
import { FlowDefinitionError, type DecisionBuilder, write } from '../decision-builder.ts';
import {
  close,
  enter,
  follow,
  move,
  releaseOpen,
  runEffects,
  settleBeside,
  settleUntil,
  stepOf,
} from '../transitions.ts';
import type { CorrectionItem } from '../command.ts';
import type { Transition, Step } from '../flow.ts';
import type { Json } from '@zhitongche/base';
import { type Act, type Asked, DONE, effectsOf, onRecord, words, writeDecided } from './act.ts';

/** The act's own road; only a one-seat step may be left by `next` on one person's word. */
const onward = (step: Step, asked: Asked): Transition | undefined =>
  asked.opening.def?.to ?? (step.kind === 'work' ? step.next : undefined);

/**
 * 办理: the service's own verb; moves on, or records its form and stays when its road leads to the step itself.
 * @throws FlowDefinitionError.
 */
export const advance: Act = (journal, asked) => {
  const { state } = journal;
  const step = stepOf(journal, state.step);
  const effects = effectsOf(asked);
  const road = onward(step, asked);
  if (road === undefined) throw new FlowDefinitionError(`“${step.title}”没有下一环节`, 'no road leads on');
  const to = follow(journal, road, effects, onRecord(journal, asked));
  const stays = to === state.step;
  writeDecided(journal, asked, stays);
  runEffects(journal, effects);
  if (stays) {
    settleBeside(journal);
    settleUntil(journal);
  } else move(journal, to);
  return DONE;
};

/** 退回: back to a step already passed; everything from there on is done again. */
export const returnTo: Act = (journal, asked) => {
  const { opening, command } = asked;
  const to = opening.steps?.find((choice) => choice.step === command.to)?.step;
  if (to === undefined) {
    const titles = (opening.steps ?? []).map((choice) => choice.title).join('、');
    return [
      refusal('return-to', '请选择要退回的环节', 'Choose the step to return to', `可退回到：${titles}`, [
        'to',
      ]),
    ];
  }
  writeDecided(journal, asked);
  runEffects(journal, effectsOf(asked));
  releaseOpen(journal, 'left');
  write(journal, {
    type: 'returned',
    from: opening.step ?? '',
    to,
    opinion: opinionIn(opening, command) ?? '',
  });
  enter(journal, to);
  return DONE;
};

const row = ({ at, message, basis }: CorrectionItem): Json => ({
  at,
  message: message.trim(),
  ...(basis === undefined ? {} : { basis }),
});

/** Hands faults on to the desk that tells the applicant: kept on record there, told to nobody outside yet. */
const handOn = (
  journal: DecisionBuilder,
  asked: Asked,
  form: string,
  faults: readonly CorrectionItem[],
): void => {
  const found: Asked = { ...asked, opening: { ...asked.opening, form }, data: { faults: faults.map(row) } };
  const { def, label } = asked.opening;
  const road = def?.to;
  if (road === undefined)
    throw new FlowDefinitionError(`“${label}”没有转交去向`, 'faults are handed on to nobody');
  const effects = effectsOf(found);
  const to = follow(journal, road, effects, onRecord(journal, found));
  writeDecided(journal, found);
  runEffects(journal, effects);
  move(journal, to);
};

/** 退回补正: to the applicant with every fault at once, or to the desk of the office that tells him. */
export const askCorrection: Act = (journal, asked) => {
  const { opening, command } = asked;
  const faults = command.faults ?? [];
  const problems = faultProblems(journal, faults);
  if (problems.length > 0) return problems;
  const collects = opening.def?.collects;
  if (collects !== undefined) {
    handOn(journal, asked, collects, faults);
    return DONE;
  }
  writeDecided(journal, asked);
  runEffects(journal, effectsOf(asked));
  releaseOpen(journal, 'left');
  write(journal, {
    type: 'correction-asked',
    from: opening.step ?? '',
    faults: faults.map((fault) => ({ ...fault, message: fault.message.trim() })),
    opinion: opinionIn(opening, command) ?? '',
  });
  return DONE;
};

/**
 * 上报: the case goes to an authority outside and waits.
 * @throws FlowDefinitionError.
 */
export const escalate: Act = (journal, asked) => {
  const step = stepOf(journal, journal.state.step);
  const road = onward(step, asked);
  if (road === undefined)
    throw new FlowDefinitionError(`“${step.title}”没有上报去向`, 'no road leads outside');
  const to = follow(journal, road, effectsOf(asked), onRecord(journal, asked));
  writeDecided(journal, asked);
  runEffects(journal, effectsOf(asked));
  write(journal, { type: 'escalated', step: asked.opening.step ?? '', ...words(asked) });
  move(journal, to);
  return DONE;
};

/**
 * 回填: what the authority outside answered, with number, date and file.
 * @throws FlowDefinitionError.
 */
export const report: Act = (journal, asked) => {
  const { reply } = asked.command;
  const problems = replyProblems(journal, reply);
  if (problems.length > 0 || !reply) return problems;
  const step = stepOf(journal, journal.state.step);
  if (step.kind !== 'outside')
    throw new FlowDefinitionError(`“${step.title}”不是上报环节`, 'not an outside step');
  const road = reply.result === 'approved' ? step.next : step.onRefuse;
  writeDecided(journal, asked);
  write(journal, {
    type: 'reported',
    step: asked.opening.step ?? '',
    reply: { ...reply, number: reply.number.trim(), authority: reply.authority.trim() },
  });
  const to = follow(journal, road, effectsOf(asked));
  runEffects(journal, effectsOf(asked));
  move(journal, to);
  return DONE;
};

/** 撤销: the matter is given up, with a reason. */
export const cancel: Act = (journal, asked) => {
  const { opening, command } = asked;
  const road = opening.def?.to;
  const to = road === undefined ? undefined : follow(journal, road, effectsOf(asked));
  if (opening.seat !== null) writeDecided(journal, asked);
  write(journal, {
    type: 'cancelled',
    from: opening.step ?? '',
    reason: opinionIn(opening, command) ?? '',
  });
  runEffects(journal, effectsOf(asked));
  releaseOpen(journal, 'left');
  if (to === undefined) close(journal, 'cancelled');
  else enter(journal, to);
  return DONE;
};
