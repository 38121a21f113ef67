import type { App } from '@zhitongche/core/server';
import { verifyChains } from '@zhitongche/audit/server';
import { verifyKept } from '@zhitongche/register/server';
import { verifyFiles } from '../../../../platform/proof/server/verify-files.ts';
import { verifyRows } from '../../../../platform/proof/server/verify-rows.ts';
import { verifyStates } from '../../../../platform/proof/server/verify-states.ts';
import { sealedAll } from '../settled.ts';
import { DEEDS, type Ledger } from './ledger.ts';

/** What was counted while everything was compared; `faults` is empty when all is well. */
export interface Checked {
  readonly acts: number;
  readonly cases: number;
  readonly events: number;
  readonly auditRows: number;
  readonly numbers: number;
  readonly papers: number;
  /** Papers that could not be made and say so. */
  readonly stuck: number;
  readonly files: number;
  /** Acknowledged acts that are not on record. */
  readonly lost: number;
  /** Acts on record more often than they were acknowledged. */
  readonly duplicated: number;
  readonly faults: readonly string[];
}

/** Compares everything clients were told with everything on record, after the outbox is empty. */
export async function checkAll(app: App, ledger: Ledger): Promise<Checked> {
  const { office } = app.config;
  await sealedAll(app, office);
  const deeds = await compareDeeds(app, ledger);
  const chains = await verifyChains(app, office);
  const states = await verifyStates(app, office);
  const rows = await verifyRows(app, office);
  const files = await verifyFiles(app, office);
  const kept = await verifyKept(app, office);
  const numbers = await checkNumbers(app);
  const papers = await checkPapers(app, ledger);
  const uploads = await app.db.query<{ id: string }>(
    'select u.id from json_to_recordset($2) as u(id uuid, digest text) join upload k on k.office = $1 and k.id = u.id and k.digest = u.digest',
    [office, JSON.stringify(ledger.files)],
  );
  const missing = ledger.files.length - uploads.length;
  const faults = [
    ...ledger.surprises,
    ...deeds.faults,
    ...(chains.firstBroken === null ? [] : [chains.firstBroken]),
    ...states.broken,
    ...rows.broken,
    ...files.broken,
    ...kept.broken,
    ...numbers.faults,
    ...papers.faults,
    ...(missing > 0 ? [`${missing} acknowledged uploads are not on record`] : []),
  ];
  return {
    acts: ledger.deeds.length,
    cases: states.checked,
    events: chains.caseEvents,
    auditRows: chains.auditRows,
    numbers: numbers.count,
    papers: papers.issued,
    stuck: papers.stuck,
    files: files.checked,
    lost: deeds.lost + missing,
    duplicated: deeds.duplicated,
    faults,
  };
}

/** Every acknowledged act is in the audit and among the events exactly as often as it was acknowledged, and no other is. */
async function compareDeeds(
  app: App,
  ledger: Ledger,
): Promise<{ readonly lost: number; readonly duplicated: number; readonly faults: readonly string[] }> {
  const told = tally(ledger.deeds.map((deed) => `${deed.caseId} ${deed.action} ${deed.username}`));
  const audit = await app.db.query<{ what: string }>(
    `select substr(a.object, 6) || ' ' || a.action || ' ' || p.username as what
     from audit a join person p on p.office = a.office and p.id::text = a.actor->>'id'
     where a.office = $1 and a.action = any($2)`,
    [app.config.office, DEEDS],
  );
  const events = await app.db.query<{ what: string }>(
    `select e.case_id || ' ' || case e.body->>'type' when 'submitted' then 'case.submit' else 'case.' || (e.body->>'act') end
       || ' ' || p.username as what
     from case_event e join person p on p.office = e.office and p.id::text = e.doer->>'id'
     where e.office = $1 and e.body->>'type' in ('submitted', 'decided')`,
    [app.config.office],
  );
  const begun = ledger.deeds.filter((deed) => deed.action === 'case.create');
  const filed = tally(
    ledger.deeds
      .filter((deed) => deed.action !== 'case.create')
      .map((deed) => `${deed.caseId} ${deed.action} ${deed.username}`),
  );
  const cases = await app.db.query<{ id: string }>('select id from case_file where office = $1', [
    app.config.office,
  ]);
  const found = [
    difference('audit', told, tally(audit.map((row) => row.what))),
    difference('events', filed, tally(events.map((row) => row.what))),
    difference('cases', tally(begun.map((deed) => deed.caseId)), tally(cases.map((row) => row.id))),
  ];
  return {
    lost: Math.max(...found.map((one) => one.lost)),
    duplicated: Math.max(...found.map((one) => one.more)),
    faults: found.flatMap((one) => one.faults),
  };
}

function difference(where: string, told: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>) {
  const faults: string[] = [];
  let lost = 0;
  let more = 0;
  for (const what of new Set([...told.keys(), ...found.keys()])) {
    const [asked, there] = [told.get(what) ?? 0, found.get(what) ?? 0];
    if (asked === there) continue;
    lost += Math.max(0, asked - there);
    more += Math.max(0, there - asked);
    faults.push(`${where}: ${what} was acknowledged ${asked} times and is there ${there} times`);
  }
  return { lost, more, faults };
}

function tally(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Numbers run from one without gaps, and every number drawn belongs to a case that knows it. */
async function checkNumbers(
  app: App,
): Promise<{ readonly count: number; readonly faults: readonly string[] }> {
  const series = await app.db.query<{ name: string; last: number; drawn: number; top: number }>(
    `select c.series || ' ' || c.year as name, c.last, count(n.seq) as drawn, coalesce(max(n.seq), 0) as top
     from counter c left join number_drawn n on n.office = c.office and n.series = c.series and n.year = c.year
     where c.office = $1 group by c.series, c.year, c.last`,
    [app.config.office],
  );
  const strays = await app.db.query<{ seq: number }>(
    `select n.seq from number_drawn n left join case_file f
       on f.office = n.office and f.id = n.case_id and f.number = n.year || '-' || lpad(n.seq::text, 6, '0')
     where n.office = $1 and n.paper = '' and f.id is null`,
    [app.config.office],
  );
  return {
    count: series.reduce((sum, one) => sum + one.drawn, 0),
    faults: [
      ...series
        .filter((one) => one.last !== one.drawn || one.top !== one.drawn)
        .map((one) => `series ${one.name}: last ${one.last}, drawn ${one.drawn}, highest ${one.top}`),
      ...strays.map((one) => `number ${one.seq} belongs to no case`),
    ],
  };
}

/** Every paper asked for was issued once, or its case says that it is stuck; every approved case asked for its approval. */
async function checkPapers(
  app: App,
  ledger: Ledger,
): Promise<{ readonly issued: number; readonly stuck: number; readonly faults: readonly string[] }> {
  const asked = await app.db.query<{ id: string; paper: string; rows: number; stuck: boolean }>(
    `select e.case_id as id, e.body->>'paper' as paper, f.status = 'stuck' and f.waiting as stuck,
       (select count(*) from paper p where p.office = e.office and p.case_id = e.case_id
          and p.paper = e.body->>'paper' and p.status = 'valid') as rows
     from case_event e join case_file f on f.office = e.office and f.id = e.case_id
     where e.office = $1 and e.body->>'type' = 'issue-asked'`,
    [app.config.office],
  );
  const approvals = new Set(asked.filter((one) => one.paper === 'approval').map((one) => one.id));
  return {
    issued: asked.filter((one) => one.rows === 1).length,
    stuck: asked.filter((one) => one.rows === 0 && one.stuck).length,
    faults: [
      ...asked
        .filter((one) => one.rows !== 1 && !(one.rows === 0 && one.stuck))
        .map(
          (one) => `paper ${one.paper} of ${one.id} is there ${one.rows} times and the case does not say so`,
        ),
      ...ledger.approved
        .filter((id) => !approvals.has(id))
        .map((id) => `case ${id} is approved and nobody was asked for its approval paper`),
    ],
  };
}
