import { awaitsDecision, requestDecided, type Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { knownState } from '@zhitongche/form/web';

/** A rule the answers do not keep, what was said for it, and on which ground it stands. */
export interface Exception {
  readonly key: string;
  readonly what: string;
  /** What the applicant said for it; absent while nothing was said. */
  readonly reason?: string;
  readonly basis?: CaseView['problems'][number]['basis'];
  readonly grave: boolean;
}

/** What the rules say of what is being decided. */
export interface RulesSaid {
  readonly exceptions: readonly Exception[];
  readonly hints: readonly string[];
  /** Rules that found nothing to say. */
  readonly kept: number;
}

/** Exceptions first, the grave ones before the others; null once nothing waits for a decision. */
export const rulesSaid = (view: CaseView, service: Service): RulesSaid | null => {
  const state = knownState(service, view);
  const request = requestDecided(service, state);
  if (!request && !awaitsDecision(service, state)) return null;
  const rules = request ? (request.extra.checks ?? []) : service.checks;
  const found = view.problems.filter(({ level }) => level !== 'info');
  const exceptions = found
    .toSorted((a, b) => Number(b.level === 'block') - Number(a.level === 'block'))
    .map(({ code, at, message, level, basis }): Exception => {
      const reason = view.state.explanations[code];
      return {
        key: `${code} ${at.join('.')} ${message}`,
        what: message,
        grave: level === 'block',
        ...(reason === undefined || reason === '' ? {} : { reason }),
        ...(basis === undefined ? {} : { basis }),
      };
    });
  const said = new Set(view.problems.map(({ code }) => code));
  return {
    exceptions,
    hints: view.problems.filter(({ level }) => level === 'info').map(({ message }) => message),
    kept: rules.filter(({ code }) => !said.has(code)).length,
  };
};

/** The head above exceptions: how many there are, and whether the unit said why. */
export const exceptionsHead = (all: readonly Exception[]): string => {
  const silent = all.filter(({ reason }) => reason === undefined).length;
  if (all.length === 0) return '0 处例外';
  if (silent === all.length && all.every(({ grave }) => !grave)) return `${all.length} 处需留意`;
  if (silent === 0) return `${all.length} 处例外，单位已说明理由`;
  return silent === all.length
    ? `${all.length} 处例外，单位没有说明`
    : `${all.length} 处例外，${silent} 处没有说明`;
};
