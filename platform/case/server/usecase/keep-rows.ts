import { apply, type CaseState, type KeepDef } from '@zhitongche/case';
import { dayInShanghai } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { carryOut, type EndedAs, releaseHeld, releasesAny } from '@zhitongche/register/server';
import type { Ending } from './end-matter.ts';

/** What a decision writes to registers that people keep, in the order of its events. */
export const keepsOf = ({ opened, decision }: Pick<Ending, 'opened' | 'decision'>): readonly KeepDef[] =>
  decision.events.flatMap((event) =>
    event.type === 'effect' && event.effect.do === 'keep'
      ? (opened.service.keeps?.[event.effect.keep] ?? [])
      : [],
  );

/** How a decision ends the matter of a case that books; undefined where it ends nothing, or nothing is booked by it. */
export const releasesOf = (
  app: Pick<App, 'registers'>,
  { opened, decision: { events } }: Pick<Ending, 'opened' | 'decision'>,
): EndedAs | undefined => {
  const closed = events.find((event) => event.type === 'closed');
  const revoked = events.some(
    (event) => event.type === 'effect' && event.effect.do === 'revoke' && event.effect.papers === undefined,
  );
  if (!closed && !revoked) return undefined;
  const written = Object.values(opened.service.keeps ?? {}).map(({ register }) => register);
  const books = opened.service.atCounter !== undefined || releasesAny(app, written);
  if (!books) return undefined;
  return revoked || closed?.outcome !== 'completed' ? 'given-up' : 'completed';
};

/** Writes them within the transaction of the act, from the case as it stands once the act counts. */
export async function keepRows(app: App, query: Query, office: string, ending: Ending): Promise<void> {
  const keeps = keepsOf(ending);
  const ended = releasesOf(app, ending);
  if (keeps.length === 0 && ended === undefined) return;
  const { opened, decision, change } = ending;
  const { doer } = decision;
  const state = stateAfter(ending);
  const of = { caseId: change.caseId, number: opened.loaded.number ?? '' };
  const acting = {
    office,
    at: change.at,
    doer,
    source: change.audit.source,
    of,
    home: state.orgs?.city ?? state.orgs?.office ?? opened.loaded.unit,
  };
  for (const keep of keeps) {
    if (keep.whereKept && !app.registers.some(({ code }) => code === keep.register)) continue;
    await carryOut(
      app,
      query,
      acting,
      keep.register,
      keep.orders(state, {
        caseId: of.caseId,
        caseNumber: of.number,
        today: dayInShanghai(change.at.toISOString()),
        moved: decision.events.flatMap((event) => (event.type === 'strands-moved' ? event.ids : [])),
      }),
    );
  }
  if (ended !== undefined) await releaseHeld(app, query, acting, ended);
}

/** What a decision settles beyond its case, in the order of its events. */
export const settlesOf = ({ decision }: Pick<Ending, 'decision'>): readonly string[] =>
  decision.events.flatMap((event) =>
    event.type === 'effect' && event.effect.do === 'settle' ? [event.effect.settle] : [],
  );

/** Settles it within the transaction of the act, after its rows were written. */
export async function settle(app: App, query: Query, office: string, ending: Ending): Promise<void> {
  const { opened, decision, change } = ending;
  for (const key of settlesOf(ending)) {
    const settles = app.settling[opened.service.code]?.[key];
    if (!settles) throw new Error(`Nobody settles ${opened.service.code}/${key}`);
    await settles({
      app,
      query,
      office,
      caseId: change.caseId,
      caseNumber: opened.loaded.number ?? '',
      at: change.at,
      doer: decision.doer,
      source: change.audit.source,
      state: stateAfter(ending),
    });
  }
}

const stateAfter = ({ opened, decision, change }: Ending): CaseState => {
  const at = change.at.toISOString();
  return decision.events.reduce((now, body) => apply(now, { at, doer: decision.doer, body }), opened.state);
};
