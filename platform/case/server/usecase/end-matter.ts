import { apply, type Decision } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { endPapers } from '@zhitongche/document/server';
import { refreshRows } from '../registers/refresh-rows.ts';
import { takeTurn } from '@zhitongche/register/server';
import { type CaseChange, within, writeCase, type Written } from '../store/case-write.ts';
import type { OpenedCase } from './open-case.ts';

/** A decision with what is written for it. */
export interface Ending {
  readonly opened: OpenedCase;
  readonly decision: Decision;
  readonly change: CaseChange;
}

/** Whether a decision revokes the papers of its case. */
export const endsMatter = ({ events }: Decision): boolean =>
  events.some((event) => event.type === 'effect' && event.effect.do === 'revoke');

/**
 * Writes a decision that ends the matter: the case, its papers on record and its register rows, all or nothing. No
 * stranger is told of a paper in force, and no register of a trip or a duty, after the decision stands.
 */
export async function writeEnding(
  app: App,
  query: Query,
  office: string,
  { opened, decision, change }: Ending,
): Promise<Written> {
  // The unit's turn before the case itself, as the register job takes them.
  await takeTurn(query, office, opened.loaded.unit);
  const written = await writeCase(within(query), change);
  if (!written) return null;
  await endPapers(app.keys, query, { office, caseId: change.caseId, paper: null }, 'revoked');
  const at = change.at.toISOString();
  const { doer } = decision;
  const state = decision.events.reduce((now, body) => apply(now, { at, doer, body }), opened.state);
  await refreshRows(app, query, office, { ...opened, state });
  return written;
}
