import { decideRating, decideReveal, type Json, visibleAnswers } from '@zhitongche/kernel';
import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';
import { commit, decided, stale } from './commit.ts';
import { openCase, settingOf } from './open-case.ts';

/** Masked values somebody wants to see, and what for. */
export interface RevealRequest {
  readonly caseId: string;
  readonly fields: readonly string[];
  readonly purpose: string;
}

/** Shows masked values by dotted path; the purpose is on the case's record before anything is shown. */
export async function reveal(
  app: App,
  actor: OfficeActor,
  request: RevealRequest,
): Promise<{ values: Record<string, Json> }> {
  const opened = await openCase(app, actor, request.caseId);
  const decision = decided(decideReveal(opened.service, opened.state, request, settingOf(opened, actor)));
  const revealed = decision.events.flatMap((event) => (event.type === 'revealed' ? event.fields : []));
  await written(app, actor, request.caseId, opened, decision, 'case.reveal');
  const shown = visibleAnswers(opened.service.form, opened.state.answers, { clearance: 'open', revealed });
  return { values: Object.fromEntries(revealed.map((path) => [path, at(shown, path.split('.'))])) };
}

/** Rates a finished case (好差评), once. */
export async function rate(
  app: App,
  actor: OfficeActor,
  request: { readonly caseId: string; readonly score: number; readonly comment?: string | undefined },
): Promise<void> {
  const opened = await openCase(app, actor, request.caseId);
  const asked = {
    score: request.score,
    ...(request.comment === undefined ? {} : { comment: request.comment }),
  };
  const decision = decided(decideRating(opened.service, opened.state, asked, settingOf(opened, actor)));
  await written(app, actor, request.caseId, opened, decision, 'case.rate');
}

async function written(
  app: App,
  actor: OfficeActor,
  caseId: string,
  opened: Awaited<ReturnType<typeof openCase>>,
  decision: ReturnType<typeof decided>,
  action: string,
): Promise<void> {
  const done = await commit(app, actor.office, opened, decision, { action, source: actor.source });
  if (!done) throw stale((await openCase(app, actor, caseId)).loaded);
}

/** A value by path; a table in between gives one value per row. */
function at(value: Json | undefined, path: readonly string[]): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((row: Json) => at(row, path));
  if (typeof value !== 'object' || value === null) return null;
  return at((value as Readonly<Record<string, Json | undefined>>)[key], rest);
}
