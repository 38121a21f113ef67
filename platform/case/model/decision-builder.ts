import type { Actor, OrgTree } from '@zhitongche/access';
import type { CheckContext } from './check.ts';
import type { CaseEvent, CaseOrgs, Doer } from './event.ts';
import type { FlowContext } from './flow.ts';
import { apply } from './fold.ts';
import { type Problem, type Result, refuse } from '@zhitongche/base';
import type { Service } from './service.ts';
import type { CaseState } from './state.ts';
import { passedSteps } from './trail.ts';

/** Everything decisions depend on besides the case itself: the clock, the rules in force, the organisations. */
export interface DecisionEnv extends CheckContext {
  /** ISO instant, UTC. */
  readonly now: string;
  readonly tree: OrgTree;
  readonly caseId: string;
  /** Organisations of a case not yet submitted; later the case knows its own. */
  readonly orgs?: CaseOrgs;
  /** What the case had sealed is gone: nothing of it is recorded anew. */
  readonly erased?: true;
}

/** A setting with the person who acts in it. */
export interface DecideContext extends DecisionEnv {
  readonly actor: Actor;
}

/** What an act comes to: events to append, all in one commit, in the name of the doer. */
export interface Decision {
  readonly doer: Doer;
  readonly events: readonly CaseEvent[];
}

/** Doer of what no person does: clocks and papers. */
export const SYSTEM_DOER: Doer = { id: 'system', name: '系统', org: 'system' };

/** A fault in a service's definition met while deciding: the act is refused, nothing is written. */
export class FlowDefinitionError extends Error {
  readonly zh: string;
  readonly code: string;
  constructor(zh: string, en: string, code = 'flow.fault') {
    super(en);
    this.name = 'FlowFault';
    this.zh = zh;
    this.code = code;
  }
}

/** Events of one decision as they are written, and the state they lead to. */
export interface DecisionBuilder {
  readonly service: Service;
  readonly setting: DecisionEnv;
  readonly doer: Doer;
  state: CaseState;
  readonly events: CaseEvent[];
}

/** Writes an event and moves the state along. */
export const write = (journal: DecisionBuilder, body: CaseEvent): void => {
  journal.events.push(body);
  journal.state = apply(journal.state, { at: journal.setting.now, doer: journal.doer, body });
};

/** Asks a function of the definition; what it throws becomes a {@link FlowDefinitionError} naming it. */
export const askDefinition = <T>(what: string, ask: () => T): T => {
  try {
    return ask();
  } catch (cause) {
    if (cause instanceof FlowDefinitionError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FlowDefinitionError(`流程定义“${what}”未能完成`, `${what} failed: ${reason}`);
  }
};

/** What route decisions look at. */
export const flowContext = (
  state: CaseState,
  setting: Pick<DecisionEnv, 'policy' | 'orgs'>,
): FlowContext => ({
  answers: state.answers,
  policy: setting.policy,
  flags: state.flags,
  underCity: (state.orgs ?? setting.orgs)?.city !== undefined,
  underSuperior: (state.orgs ?? setting.orgs)?.superior !== undefined,
  passed: passedSteps(state),
  state,
});

const faultProblem = (fault: FlowDefinitionError): Problem => ({
  code: fault.code,
  level: 'block',
  at: [],
  message: fault.zh,
  en: fault.message,
  todo: '办件未作任何改动，请将此提示告知系统管理员',
});

/** Runs a decision in a fresh journal: its events, or the problems it returned, or the definition's fault. */
export const decideIn = (
  service: Service,
  state: CaseState,
  setting: DecisionEnv,
  doer: Doer,
  act: (journal: DecisionBuilder) => readonly Problem[],
): Result<Decision> => {
  const journal: DecisionBuilder = { service, setting, doer, state, events: [] };
  try {
    const problems = act(journal);
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, value: { doer, events: journal.events } };
  } catch (fault) {
    if (fault instanceof FlowDefinitionError) return refuse(faultProblem(fault));
    throw fault;
  }
};
