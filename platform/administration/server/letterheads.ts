import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import { type OfficeActor, type App, notFound, unsound } from '@zhitongche/core/server';
import { record, nameSettings } from '@zhitongche/audit/server';
import { officeChanged } from './office-changed.ts';
import { printedProblems } from './printed.ts';

/** The letterheads of all bodies that issue papers; those not set yet show what would be printed. */
export async function listLetterheads(
  app: App,
  actor: OfficeActor,
): Promise<ReplyOf<(typeof API)['letterheads']>> {
  const book = await app.offices.get(actor.office);
  return book.orgs
    .filter((org) => org.kind === 'office' || org.kind === 'city-office')
    .map((org) => {
      const head = book.letterhead(org.id);
      return {
        org: org.id,
        orgName: org.name,
        name: head.name,
        signature: head.signature,
        mark: head.mark,
        address: head.address ?? '',
        phone: head.phone ?? '',
      };
    });
}

/** The papers of today's services that carry a number, each with the pattern of it. */
export const numberedPapers = ({
  services,
}: Pick<App, 'services'>): ReplyOf<(typeof API)['numberedPapers']> =>
  services.current.flatMap(({ papers }) =>
    papers.flatMap(({ title, series }) => (series ? [{ title, pattern: series.pattern }] : [])),
  );

/**
 * Sets how an issuing body heads and signs its papers from now on.
 * @throws ProblemError: `letterhead.not-found`; every problem of what was asked, at once.
 */
export async function saveLetterhead(
  app: App,
  actor: OfficeActor,
  org: string,
  body: BodyOf<(typeof API)['saveLetterhead']>,
): Promise<void> {
  const { tree } = await app.offices.get(actor.office);
  const kind = tree.get(org)?.kind;
  if (kind !== 'office' && kind !== 'city-office')
    throw notFound('letterhead.not-found', '该机构不出具文书。', 'This organisation issues no papers.');
  const problems = printedProblems(app, [
    ['name', '发文机关标志', body.name],
    ['signature', '署名', body.signature],
    ['mark', '机关代字', body.mark],
    ['address', '地址', body.address],
    ['phone', '电话', body.phone],
  ]);
  if (problems.length > 0) throw unsound(problems);
  await app.db.tx(async (query) => {
    await query(
      `insert into letterhead (office, org, name, signature, mark, address, phone) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (office, org) do update set name = excluded.name, signature = excluded.signature,
         mark = excluded.mark, address = excluded.address, phone = excluded.phone`,
      [actor.office, org, body.name, body.signature, body.mark, body.address ?? '', body.phone ?? ''],
    );
    await record(query, actor, app.clock(), 'letterhead.save', `org:${org}`, { ...body });
    await nameSettings(app, query, actor.office, 'letterheads');
    await officeChanged(app, query, actor.office);
  });
}
