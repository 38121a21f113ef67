import { decideRevocation, SYSTEM_DOER } from '@zhitongche/case';
import { commit, openAnyCase, settingOf } from '@zhitongche/case/server';
import { type JobHandler, TryAgain } from './outbox.ts';

const SYSTEM = { ...SYSTEM_DOER, grants: [], standsInFor: [] };

/** Revokes the papers of a case that an older program ended and left with papers in force; nothing for any other. */
export const revokeEnded: JobHandler = async (app, job, query) => {
  const opened = await openAnyCase(app, job.office, job.case_id ?? '', { person: job.id, key: '' });
  if (!opened) return;
  const decision = decideRevocation(opened.service, opened.state, settingOf(opened, SYSTEM));
  if (!decision.ok)
    throw new Error(`the revocation was refused: ${decision.problems.map((p) => p.code).join()}`);
  if (decision.value.events.length === 0) return;
  const written = await commit(app, job.office, opened, decision.value, {
    action: 'paper.revoked',
    source: '',
    query,
  });
  if (!written) throw new TryAgain();
};
