import { type Result, type Problem, refuse } from '@zhitongche/base';
import { settleClock } from '../clock.ts';
import { type Decision, decideIn, type DecisionEnv, SYSTEM_DOER, write } from '../decision-builder.ts';
import type { CaseEvent, Doer } from '../event.ts';
import type { Service } from '../service.ts';
import type { CaseState } from '../state.ts';
import { settleTimers } from '../timers/settle-timers.ts';
import { settleUntil } from '../transitions.ts';
import type { CaseLink, CaseOutcome } from './case-link.ts';
import { linksOf } from './link.ts';

/** The event that writes one end of a link. */
export const linkedEvent = ({ link, kind, side, case: other, awaited }: CaseLink): CaseEvent => ({
  type: 'linked',
  link,
  kind,
  side,
  case: other,
  ...(awaited ? { awaited } : {}),
});

/** The same link as the other end knows it; `id`: the case at this end. */
export const otherEnd = (link: CaseLink, id: string): CaseLink => ({
  link: link.link,
  kind: link.kind,
  side: link.side === 'from' ? 'to' : 'from',
  case: id,
  ...(link.awaited ? { awaited: link.awaited } : {}),
});

/** An end of a link is written. */
export const decideLinked = (
  service: Service,
  state: CaseState,
  link: CaseLink,
  doer: Doer,
  setting: DecisionEnv,
): Result<Decision> =>
  decideIn(service, state, setting, doer, (journal) => {
    write(journal, linkedEvent(link));
    return [];
  });

const notLinked: Problem = {
  code: 'link.none',
  level: 'block',
  at: [],
  message: '没有这条关联，或已经解除',
  en: 'There is no such link, or it was taken away already',
  todo: '请刷新查看',
};

/** An end of a link that was made by hand is taken away, with a reason. */
export const decideUnlinked = (
  service: Service,
  state: CaseState,
  unlinked: { readonly link: string; readonly reason: string },
  doer: Doer,
  setting: DecisionEnv,
): Result<Decision> =>
  linksOf(state).some(({ link }) => link === unlinked.link)
    ? decideIn(service, state, setting, doer, (journal) => {
        write(journal, { type: 'unlinked', ...unlinked });
        return [];
      })
    : refuse(notLinked);

/** A case this one waits for has ended: it is on record here, and a step that waited for it is left. */
export const decideLinkClosed = (
  service: Service,
  state: CaseState,
  closed: { readonly link: string; readonly outcome: CaseOutcome },
  setting: DecisionEnv,
): Result<Decision> =>
  decideIn(service, state, setting, SYSTEM_DOER, (journal) => {
    write(journal, { type: 'link-closed', ...closed });
    settleUntil(journal);
    settleClock(journal);
    return settleTimers(journal);
  });

/** Links of a decision whose other ends wait to be told how the case ended; nothing while it goes on. */
export const toldOfEnd = (
  state: CaseState,
  { events }: Pick<Decision, 'events'>,
): readonly { readonly link: CaseLink; readonly outcome: CaseOutcome }[] => {
  const closed = events.find((event) => event.type === 'closed');
  // What is over as soon as it is filed is linked by the same decision.
  const made = events.filter((event) => event.type === 'linked');
  return closed
    ? [...linksOf(state), ...made]
        .filter(({ side, awaited }) => side === 'to' && awaited)
        .map((link) => ({ link, outcome: closed.outcome }))
    : [];
};

/** Keys of what a decision opens, in the order of its events. */
export const opensOf = ({ events }: Pick<Decision, 'events'>): readonly string[] =>
  events.flatMap((event) =>
    event.type === 'effect' && event.effect.do === 'open' ? [event.effect.open] : [],
  );
