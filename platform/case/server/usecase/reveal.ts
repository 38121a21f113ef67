import { decideRating, decideReveal } from '@zhitongche/case';
import type { Json } from '@zhitongche/base';
import { visibleAnswers } from '@zhitongche/form';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { decided } from './commit.ts';
import { openCase, settingOf } from './open-case.ts';
import { commitOnce, isReplay, requestDigest } from './replay.ts';

/** Masked values somebody wants to see, and what for. */
export interface RevealRequest {
  readonly caseId: string;
  readonly key: string;
  readonly fields: readonly string[];
  readonly purpose: string;
}

/** Shows masked values by dotted path; the purpose is on the case's record before anything is shown. */
export async function reveal(
  app: App,
  actor: OfficeActor,
  request: RevealRequest,
): Promise<{ values: Record<string, Json> }> {
  const { caseId, key, fields, purpose } = request;
  const opened = await openCase(app, actor, caseId, key);
  // What is submitted later was not asked about: it takes a purpose of its own on the record.
  const round = opened.loaded.content_seqs.at(-1) ?? 0;
  const asked = { caseId, key, digest: requestDigest('reveal', caseId, fields, purpose, round) };
  const decision = decided(decideReveal(opened.service, opened.state, request, settingOf(opened, actor)));
  const revealed = decision.events.flatMap((event) => (event.type === 'revealed' ? event.fields : []));
  if (!isReplay(opened, asked.digest))
    await commitOnce(app, actor, opened, decision, { ...asked, action: 'case.reveal' });
  const shown = visibleAnswers(opened.service.form, opened.state.answers, { clearance: 'open', revealed });
  return { values: Object.fromEntries(revealed.map((path) => [path, at(shown, path.split('.'))])) };
}

/** What the applicant thought of it. */
export interface RateRequest {
  readonly caseId: string;
  readonly key: string;
  readonly score: number;
  readonly comment?: string | undefined;
}

/** Rates a finished case (好差评), once. */
export async function rate(app: App, actor: OfficeActor, request: RateRequest): Promise<void> {
  const { caseId, key, score, comment } = request;
  const asked = { caseId, key, digest: requestDigest('rate', caseId, score, comment ?? null) };
  const opened = await openCase(app, actor, caseId, key);
  if (isReplay(opened, asked.digest)) return;
  const rating = { score, ...(comment === undefined ? {} : { comment }) };
  const decision = decided(decideRating(opened.service, opened.state, rating, settingOf(opened, actor)));
  await commitOnce(app, actor, opened, decision, { ...asked, action: 'case.rate' });
}

/** A value by path; a table in between gives one value per row. */
function at(value: Json | undefined, path: readonly string[]): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((row: Json) => at(row, path));
  if (typeof value !== 'object' || value === null) return null;
  return at((value as Readonly<Record<string, Json | undefined>>)[key], rest);
}
