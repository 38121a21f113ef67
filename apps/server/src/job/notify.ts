import { isUnitPost } from '@zhitongche/access';
import { bringsCode } from '@zhitongche/account/server';
import { type Who, orgAt } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { openAnyCase, type OpenedCase } from '@zhitongche/case/server';
import type { Job, JobHandler } from './outbox.ts';

/** Tells everybody a service wants told: the applicant, or whoever holds a role at a place. */
export const notifyPeople: JobHandler = async (app, job, query) => {
  const opened = await openAnyCase(app, job.office, job.case_id ?? '', { person: job.id, key: '' });
  const { text } = job.payload;
  if (!opened || typeof text !== 'string') return;
  const persons = [...new Set(await recipients(app, job, opened))];
  const title = opened.state.summary?.title ?? opened.service.name;
  if (persons.length === 0) return;
  const at = app.clock();
  await query(
    `insert into notice (office, person, id, at, text, case_id, kind)
     select $1, n.person, n.id, $2, $3, $4, 'told' from unnest($5::uuid[], $6::uuid[]) as n(person, id)`,
    [
      job.office,
      at,
      `《${title}》${text}`,
      opened.loaded.id,
      persons,
      persons.map(() => newId(at.getTime())),
    ],
  );
};

async function recipients(app: App, job: Job, { state, book }: OpenedCase): Promise<readonly string[]> {
  const to = readWho(job.payload.to);
  if (!to || !state.orgs) return [];
  if ('applicant' in to) return state.applicant ? [state.applicant.id] : [];
  if ('person' in to) return [to.person.id];
  const org = orgAt(to.at, state.orgs, { tree: book.tree });
  if (org === undefined) return [];
  const orgs = isUnitPost(to.role)
    ? [org]
    : book.orgs.filter((outer) => book.tree.contains(outer.id, org)).map((outer) => outer.id);
  const rows = await app.db.query<{ person: string }>(
    `select distinct g.person from role_grant g join person p on p.office = g.office and p.id = g.person
     where g.office = $1 and g.org = any($2::uuid[]) and ${bringsCode('$3')} and g.status = 'active' and p.status = 'active'`,
    [job.office, orgs, [to.role]],
  );
  return rows.map((row) => row.person);
}

/** The effect's addressee as the event stored it. */
function readWho(value: Job['payload'][string]): Who | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if ('applicant' in value) return { applicant: true };
  return ('role' in value && 'at' in value) || 'person' in value ? (value as Who) : null;
}
