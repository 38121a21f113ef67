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

/** Names of the papers a decision revokes, null for all of them; empty where it revokes none. */
const revokedBy = ({ events }: Decision): readonly (string | null)[] =>
  events.flatMap((event): readonly (string | null)[] =>
    event.type === 'effect' && event.effect.do === 'revoke' ? (event.effect.papers ?? [null]) : [],
  );

/** Whether a decision revokes papers of its case. */
export const endsMatter = (decision: Decision): boolean => revokedBy(decision).length > 0;

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
  for (const paper of revokedBy(decision))
    await endPapers(app.keys, query, { office, caseId: change.caseId, paper }, 'revoked');
  const at = change.at.toISOString();
  const { doer } = decision;
  const state = decision.events.reduce((now, body) => apply(now, { at, doer, body }), opened.state);
  await refreshRows(app, query, office, { ...opened, state });
  return written;
}
