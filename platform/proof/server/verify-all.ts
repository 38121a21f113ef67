import type { Anchor, App } from '@zhitongche/core/server';
import { atOneMoment } from '@zhitongche/host';
import { verifyAnchors, verifyChains } from '@zhitongche/audit/server';
import { verifyMeasures } from '@zhitongche/measure/server';
import { verifyMonths } from '@zhitongche/probe/server';
import { verifyMoney } from '@zhitongche/money/server';
import { verifyKept } from '@zhitongche/register/server';
import { verifyBudgets } from './verify-budgets.ts';
import { verifyAttached } from './verify-attached.ts';
import { verifyFiles } from './verify-files.ts';
import { verifyRows } from './verify-rows.ts';
import { verifyMaster } from './verify-master.ts';
import { verifyPapers } from './verify-papers.ts';
import { verifyRegisters } from './verify-registers.ts';
import { verifyTold } from './verify-told.ts';
import { verifySettings } from './verify-settings.ts';
import { verifyStates } from './verify-states.ts';

/** What a walk over everything an office has on record found. */
export interface AllVerified {
  readonly office: string;
  readonly name: string;
  readonly auditRows: number;
  readonly caseEvents: number;
  readonly cases: number;
  readonly papers: number;
  readonly registerRows: number;
  /** Bills, payments, refunds and closed days counted anew. */
  readonly moneyLines: number;
  /** Cases and rows whose share of the measures, and months of systems, were counted anew. */
  readonly measured: number;
  readonly budgetVersions: number;
  readonly files: number;
  /** Rights, arrangements, accounts, figures and papers compared with their codes. */
  readonly codedRows: number;
  /** Rows of an older program that wait to be adopted. */
  readonly waiting: number;
  /** Rows of an older program the audit does not name yet. */
  readonly untold: number;
  /** One sentence for each place that is not as it was written, the first of its kind first. */
  readonly broken: readonly string[];
}

/** Walks every chain, compares the audit with what stands outside the database (its own files and those named), replays every case, computes every register row again, counts the measures anew, compares every budget version and reads every stored file of every office, all as of one moment. */
export async function verifyAll(
  app: App,
  anchorFiles: readonly string[] = [],
): Promise<readonly AllVerified[]> {
  // Read first: what is sealed meanwhile may stand in the database and not yet in these, never the other way round.
  const anchors = await app.anchors.read(anchorFiles);
  return await atOneMoment(app.db, async (db) => await verifyOffices({ ...app, db }, anchors));
}

async function verifyOffices(app: App, anchors: readonly Anchor[]): Promise<readonly AllVerified[]> {
  const offices = await app.db.query<{ office: string; name: string }>(
    'select office, name from office order by office',
  );
  const found: AllVerified[] = [];
  for (const { office, name } of offices) {
    const chains = await verifyChains(app, office);
    const anchored = await verifyAnchors(app.db, office, anchors);
    const states = await verifyStates(app, office);
    const rows = await verifyRows(app, office);
    const told = await verifyTold(app, office);
    const settings = await verifySettings(app, office);
    const master = await verifyMaster(app, office);
    const papers = await verifyPapers(app, office);
    const registers = await verifyRegisters(app, office);
    const kept = await verifyKept(app, office);
    const measures = await verifyMeasures(app, office);
    const months = await verifyMonths(app, office);
    const money = await verifyMoney(app, office);
    const budgets = await verifyBudgets(app, office);
    const attached = await verifyAttached(app, office);
    const files = await verifyFiles(app, office);
    found.push({
      office,
      name,
      auditRows: chains.auditRows,
      caseEvents: chains.caseEvents,
      cases: states.checked,
      papers: papers.checked,
      registerRows: registers.checked + kept.checked,
      moneyLines: money.checked,
      measured: measures.checked + months.checked,
      budgetVersions: budgets.checked,
      files: files.checked,
      codedRows: rows.checked,
      waiting: chains.waiting + rows.waiting + settings.waiting,
      untold: told.untold,
      broken: [
        ...(chains.firstBroken === null ? [] : [chains.firstBroken]),
        ...anchored,
        ...states.broken,
        ...attached,
        ...rows.broken,
        ...told.broken,
        ...settings.broken,
        ...master,
        ...papers.broken,
        ...registers.broken,
        ...kept.broken,
        ...measures.broken,
        ...months.broken,
        ...money.broken,
        ...budgets.broken,
        ...files.broken,
      ],
    });
  }
  return found;
}
