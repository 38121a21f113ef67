import type { Disclosure } from '../model/disclosure.ts';
import type { Finding } from '../read/finding.ts';
import type { Check, Verdict } from './check.ts';
import { classChecks } from './classes.ts';
import { fiscalChecks } from './fiscal.ts';
import { gapsOf } from './gaps.ts';
import { narrativeChecks } from './narrative.ts';
import { procurementChecks } from './procurement.ts';
import { projectChecks } from './projects.ts';
import { threePublicChecks } from './three-public.ts';
import { totalChecks } from './totals.ts';
import { DisclosureView } from './view.ts';

/** All checks of a disclosure with the count of each outcome. */
export interface Reconciliation {
  readonly layout: Disclosure['layout'];
  readonly counts: Record<Verdict, number>;
  readonly checks: readonly Check[];
}

/**
 * Proves the arithmetic of a disclosure by the rules B01 to B17. The model is only read; a difference is a warning with its evidence.
 * With the findings of a reading, a difference that unread cells may explain is reported as not checkable instead of wrong.
 */
export function reconcile(model: Disclosure, findings: readonly Finding[] = []): Reconciliation {
  const view = new DisclosureView(model);
  const gaps = gapsOf(findings, model.layout);
  const checks = [
    ...totalChecks(view, gaps),
    ...fiscalChecks(view, gaps),
    ...classChecks(view, gaps),
    ...threePublicChecks(view, gaps),
    ...projectChecks(view, gaps),
    ...procurementChecks(view, gaps),
    ...narrativeChecks(view, gaps),
  ].sort((a, b) => a.rule.localeCompare(b.rule));
  const counts: Record<Verdict, number> = {
    holds: 0,
    rounding: 0,
    'does-not-hold': 0,
    'cannot-be-checked': 0,
  };
  for (const check of checks) counts[check.verdict] += 1;
  return { layout: model.layout, counts, checks };
}
