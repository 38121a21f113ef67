import type { API, ReplyOf } from '@zhitongche/contract';
import { type OfficeActor, type App, idempotent } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { writingOffice } from '../budget-scope.ts';
import { notTwice, versionDigest } from '../save-disclosure.ts';
import { prove } from '../shapes.ts';
import { mayTake, notEditable, openPreparation } from './open-preparation.ts';
import { showKept } from './preparations.ts';

/** Makes the adopted version public as a version of its own with the same content; done again it changes nothing. */
export async function publishPreparation(
  app: App,
  actor: OfficeActor,
  asked: { readonly id: string; readonly key: string },
): Promise<ReplyOf<(typeof API)['publishPreparation']>> {
  const { id, key } = asked;
  const opened = await openPreparation(app, actor, id);
  if (!mayTake(actor, opened, 'publish')) throw notEditable();
  const no = opened.state.records['adopted']?.at(-1)?.data['version'];
  if (typeof no !== 'number') throw notEditable();
  const org = await writingOffice(app, actor);
  const { model, digest } = await showKept(app, actor, id, no);
  const { proof, profile } = prove(model, [], []);
  return await idempotent(app, actor, { key, what: 'publishPreparation', request: { id } }, async (query) => {
    await notTwice(query, actor.office, org, id, { model });
    const now = app.clock();
    const revision = no + 1;
    const written = await query(
      `insert into disclosure (office, id, org, department, year, status, revision, model, settled, reconciliation, counts,
         profile, open, updated_by, updated_by_name, updated_at, published_at, prepared)
       values ($1, $2, $3, $4, $5, 'published', $6, $7, '[]', $8, $9, $10, 0, $11, $12, $13, $13, $14)
       on conflict (office, id) do nothing returning id`,
      [
        actor.office,
        id,
        org,
        model.department.name,
        model.year,
        revision,
        JSON.stringify(model),
        JSON.stringify(proof),
        JSON.stringify(proof.counts),
        JSON.stringify(profile),
        actor.id,
        actor.name,
        now,
        JSON.stringify({ name: `部门预算编制第${no}版`, digest }),
      ],
    );
    if (written.length > 0) {
      const version = { status: 'published', model, settled: [], note: `即第${no}版` };
      await query(
        `insert into budget_version (office, disclosure, no, status, model, settled, note, by_person, by_name, at, digest)
         values ($1, $2, $3, 'published', $4, '[]', $5, $6, $7, $8, $9)`,
        [actor.office, id, revision, JSON.stringify(model), version.note, actor.id, actor.name, now, digest],
      );
      await record(query, actor, now, 'budget.publish', `budget:${id}`, {
        revision,
        digest,
        content: versionDigest(version),
      });
    }
    return { revision, counts: proof.counts };
  });
}
