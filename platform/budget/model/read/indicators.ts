import { level1Of, threeBranchTree } from '../model/goal-form.ts';
import type { Indicator, IndicatorScope } from '../model/disclosure.ts';
import { parseTarget } from '../model/target.ts';
import { unmarkedWords } from '../print/signs.ts';
import { closed } from './tokens.ts';

const firstLevels = new Set(threeBranchTree.branches.map((branch) => branch.level1));
const secondLevels = new Set(threeBranchTree.branches.flatMap((branch) => branch.level2));

/** The first-level label a text is, or null. */
export function asFirstLevel(text: string): string | null {
  const bare = unmarkedWords(closed(text)).text.replace(/\s+/g, '');
  return firstLevels.has(bare) ? bare : null;
}

/** The second-level label a text is, or null; `loose` also accepts the label without its last word 指标. */
export function asSecondLevel(text: string, loose = false): string | null {
  const bare = unmarkedWords(closed(text)).text.replace(/\s+/g, '');
  if (secondLevels.has(bare)) return bare;
  return loose && secondLevels.has(`${bare}指标`) ? `${bare}指标` : null;
}

/** Fields of an indicator as printed, before its target is taken apart. */
export interface PrintedIndicator {
  readonly level1Printed: string | null;
  readonly level2: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly raw: string | null;
  readonly basis: string | null;
}

/** Completes a printed indicator: first level from the tree, target from its words. */
export function indicator(
  printed: PrintedIndicator,
  no: number,
  scope: IndicatorScope,
  year: string | null,
): Indicator {
  const { level2, raw, description } = printed;
  return {
    no,
    scope,
    level1: (level2 === null ? null : level1Of(level2)) ?? printed.level1Printed,
    level1Printed: printed.level1Printed,
    level2,
    name: printed.name,
    description,
    raw,
    target:
      raw === null
        ? null
        : parseTarget(raw, {
            year,
            ...(level2 !== null && { level2 }),
            ...(description !== null && { description }),
          }),
    basis: printed.basis,
  };
}
