import type { App } from '@zhitongche/core/server';
import { digestOf, versionDigest, type Model } from '@zhitongche/budget/server';
import { differs, type Walked } from './verify-states.ts';

interface Version {
  readonly disclosure: string;
  readonly no: number;
  readonly status: string;
  readonly model: unknown;
  readonly settled: unknown;
  readonly note: string;
  /** What the sealed audit says of it; null for versions saved before it said so. */
  readonly content: string | null;
  readonly newest: boolean;
  readonly now: { readonly status: string; readonly model: unknown; readonly settled: unknown };
  readonly title: string;
}

const PAGE = 20;

/** Compares every saved version of every budget with the audit, and what is shown with the newest version. */
export async function verifyBudgets(app: App, office: string): Promise<Walked> {
  const broken: string[] = [];
  let checked = 0;
  let last: { disclosure: string; no: number } = {
    disclosure: '00000000-0000-0000-0000-000000000000',
    no: 0,
  };
  for (;;) {
    const versions = await app.db.query<Version>(
      `select v.disclosure, v.no, v.status, v.model, v.settled, v.note, d.revision = v.no as newest,
         json_build_object('status', d.status, 'model', d.model, 'settled', d.settled) as now,
         coalesce(d.department, '') || coalesce(d.year, '') as title,
         (select a.detail->>'content' from audit a where a.office = v.office and a.object = 'budget:' || v.disclosure
            and a.action in ('budget.save', 'budget.publish') and (a.detail->>'revision')::int = v.no
            and a.at = v.at limit 1) as content
       from budget_version v join disclosure d on d.office = v.office and d.id = v.disclosure
       where v.office = $1 and (v.disclosure, v.no) > ($2, $3) order by v.disclosure, v.no limit ${PAGE}`,
      [office, last.disclosure, last.no],
    );
    for (const one of versions) {
      const name = `预算“${one.title || one.disclosure}”第 ${one.no} 版`;
      const follows = one.disclosure === last.disclosure ? last.no + 1 : 1;
      if (one.no !== follows) broken.push(`预算“${one.title || one.disclosure}”第 ${follows} 版缺失`);
      if (one.content !== null && one.content !== versionDigest(pick(one)))
        broken.push(`${name}的内容与审计所记的摘要不符`);
      else if (one.newest) {
        const { status, model, settled } = one;
        const at = differs({ status, model, settled }, one.now, '');
        if (at !== null) broken.push(`${name}与现行内容不同，在 ${at}`);
      }
      last = { disclosure: one.disclosure, no: one.no };
      checked += 1;
    }
    if (versions.length < PAGE) break;
  }
  const lost = await app.db.query<{ title: string; revision: number }>(
    `select coalesce(d.department, '') || coalesce(d.year, '') as title, d.revision from disclosure d where d.office = $1
       and not exists (select 1 from budget_version v where v.office = d.office and v.disclosure = d.id and v.no = d.revision)`,
    [office],
  );
  broken.push(...lost.map(({ title, revision }) => `预算“${title}”第 ${revision} 版缺失`));
  broken.push(...(await verifyKept(app, office)));
  return { checked, broken };
}

const pick = ({ status, model, settled, note }: Version) => ({ status, model, settled, note });

/** Versions of budgets drawn up here: each agrees with its digest, and with the digest the events of its case name. */
async function verifyKept(app: App, office: string): Promise<readonly string[]> {
  const broken: string[] = [];
  let last = { disclosure: '00000000-0000-0000-0000-000000000000', no: 0 };
  for (;;) {
    const kept = await app.db.query<{
      disclosure: string;
      no: number;
      model: Model;
      digest: string;
      named: string | null;
    }>(
      `select v.disclosure, v.no, v.model, v.digest,
         (select e.body -> 'data' ->> 'digest' from case_event e where e.office = v.office and e.case_id = v.disclosure
            and e.body ->> 'type' = 'decided' and e.body -> 'data' ->> 'version' = v.no::text
            and e.body -> 'data' ->> 'digest' <> v.digest limit 1) as named
       from budget_version v where v.office = $1 and v.digest is not null and (v.disclosure, v.no) > ($2, $3)
       order by v.disclosure, v.no limit ${PAGE}`,
      [office, last.disclosure, last.no],
    );
    for (const { disclosure, no, model, digest, named } of kept) {
      const name = `编制中的预算（${disclosure}）第 ${no} 版`;
      if (digestOf(model) !== digest) broken.push(`${name}的内容与摘要不符`);
      else if (named !== null) broken.push(`${name}的摘要与办件所记的不符`);
      last = { disclosure, no };
    }
    if (kept.length < PAGE) return broken;
  }
}
