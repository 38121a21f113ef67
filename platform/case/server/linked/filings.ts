import {
  apply,
  type CaseLink,
  type CaseState,
  decide,
  type Decision,
  linkedEvent,
  type OpenDef,
  opensOf,
} from '@zhitongche/case';
import type { Problem } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { type App, type OfficeActor, unsound } from '@zhitongche/core/server';
import { newId, runBatch } from '@zhitongche/host';
import { lookupsOf } from '../case/facts.ts';
import { askedWithoutFiles, demandFilingUnit } from '../usecase/create-case.ts';
import { lookupScope, type OpenedCase, settingOf } from '../usecase/open-case.ts';
import { awaitedBy } from './awaited.ts';
import { loadedNew, type NewCase, saltFor } from './insert-case.ts';

/** A case that is filed in the commit of the act that opens it. */
export interface Filing {
  readonly begun: NewCase;
  readonly opened: OpenedCase;
  readonly decision: Decision;
  /** The link as the opening case knows it. */
  readonly link: CaseLink;
}

/** The case as an act leaves it. */
export const stateAfter = (opened: OpenedCase, { doer, events }: Decision): CaseState => {
  const at = opened.now.toISOString();
  return events.reduce((now, body) => apply(now, { at, doer, body }), opened.state);
};

/** What a case opens by a key; a key nobody defined is a fault of the definition. */
export const openDef = ({ service }: Pick<OpenedCase, 'service'>, key: string): OpenDef => {
  const def = service.opens?.find((one) => one.key === key);
  if (!def) throw new Error(`${service.code} opens nothing by the key ${key}`);
  return def;
};

/** Answers of what is opened, from the case as it then stands. */
export const opening = (
  { loaded, today, policy }: OpenedCase,
  def: OpenDef,
  state: CaseState,
): readonly Answers[] =>
  def.answers(state, { caseId: loaded.id, caseNumber: loaded.number ?? '', today, policy });

/**
 * The cases an act files beside its own, each decided by its own rules in the name of whoever acts.
 * @throws ProblemError with what is wrong in any of them: then none is filed, and the act is not taken.
 */
export async function filingsOf(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
  decision: Decision,
): Promise<readonly Filing[]> {
  const defs = opensOf(decision)
    .map((key) => openDef(opened, key))
    .filter(({ filed }) => filed);
  if (defs.length === 0) return [];
  const state = stateAfter(opened, decision);
  const filings: Filing[] = [];
  const problems: Problem[] = [];
  for (const def of defs)
    for (const answers of opening(opened, def, state)) {
      const found = await fileOne(app, actor, opened, def, answers);
      if ('problems' in found) problems.push(...found.problems);
      else filings.push(found);
    }
  if (problems.length > 0) throw unsound(problems);
  return filings;
}

async function fileOne(
  app: App,
  actor: OfficeActor,
  opener: OpenedCase,
  def: OpenDef,
  answers: Answers,
): Promise<Filing | { readonly problems: readonly Problem[] }> {
  const service = await app.services.latest(def.service);
  if (!service) return { problems: [notServed(def)] };
  const { book, today, now } = opener;
  const unit = demandFilingUnit(actor, service, book.tree);
  const begun: NewCase = {
    office: actor.office,
    id: newId(now.getTime()),
    service,
    unit,
    applicant: { id: actor.id, name: actor.name },
    salt: await saltFor(app.db.query),
    at: now,
    by: actor.name,
  };
  const loaded = loadedNew(begun);
  const opened: OpenedCase = {
    loaded,
    service,
    state: { ...loaded.state, answers: {}, previous: null, derived: null },
    book,
    policy: book.policy(service, unit, today),
    today,
    now,
  };
  const asked = askedWithoutFiles(service, answers);
  const scope = { ...lookupScope(opened, actor.id), everywhere: true };
  const lookups = await runBatch(app.db, lookupsOf(service, { answers: asked }, scope, book, app));
  const result = decide(
    service,
    opened.state,
    { act: 'submit', answers: asked },
    settingOf(opened, actor, lookups),
  );
  if (!result.ok) return { problems: result.problems.map((problem) => within(service.name, problem)) };
  const link: CaseLink = {
    link: newId(now.getTime()),
    kind: def.link,
    side: 'from',
    case: begun.id,
    ...awaitedBy(opener, def.link),
  };
  const end = linkedEvent({ ...link, side: 'to', case: opener.loaded.id });
  return { begun, opened, link, decision: { ...result.value, events: [...result.value.events, end] } };
}

const within = (name: string, problem: Problem): Problem => ({
  ...problem,
  level: 'block',
  at: [],
  message: `“${name}”：${problem.message}`,
  en: `${name}: ${problem.en}`,
});

const notServed = ({ label }: OpenDef): Problem => ({
  code: 'open.not-served',
  level: 'block',
  at: [],
  message: `“${label}”所办的事项本外办没有开办`,
  en: 'This office does not offer the service',
  todo: '请去掉这一项，或联系外办',
});
