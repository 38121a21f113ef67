import type { Indicator } from '../model/disclosure.ts';
import { asFirstLevel, asSecondLevel, indicator, type PrintedIndicator } from './indicators.ts';
import type { Line } from './line.ts';
import { noteTarget } from './marks.ts';
import type { Session } from './session.ts';
import { type Token, tokensOf } from './tokens.ts';

interface Side {
  readonly level2: string | null;
  readonly name: string | null;
  readonly raw: string | null;
}

interface Split {
  readonly level1: string | null;
  readonly sides: readonly Side[];
  readonly loose: boolean;
}

/** One printed row before the label of a merged cell around it is known. */
interface Pending {
  readonly level1: string | null;
  readonly sides: readonly Side[];
}

/**
 * Collects the indicator rows of Shanxi's forms: one side (department form) or two (term and year). Columns shift from row to row in the
 * published text, so a row is taken apart by its labels and the count of its cells, never by position alone.
 */
export class SideBySide {
  readonly #rows: Pending[] = [];
  readonly #sides: number;
  /** Column at which the year's side begins. */
  readonly #boundary: number;

  constructor(header: Line) {
    const starts = tokensOf(header).flatMap((token) => (token.key === '二级指标' ? [token.at] : []));
    this.#sides = starts.length;
    this.#boundary = starts[1] ?? Number.POSITIVE_INFINITY;
  }

  /** Takes a row; false when its cells cannot be told apart. */
  take(line: Line, form: string, owner: string, session: Session): boolean {
    const tokens = tokensOf(line).filter(
      (token) => !/^(?:年度)?(?:绩效)?指?标?$/.test(token.key) || token.key === '',
    );
    const split = this.#split(tokens, false) ?? this.#split(tokens, true);
    if (split === null) return false;
    if (split.loose) {
      session.findings.add('cleaned', line.place, {
        subject: `${form}·绩效指标`,
        owner,
        raw: tokens.map((token) => token.text).join(' | '),
        message: '二级指标名称印得不全，已补“指标”二字归类。',
        en: 'The second-level label lacks its last word; it was completed.',
      });
    }
    this.#rows.push({ level1: split.level1, sides: split.sides });
    for (const { name, raw } of split.sides)
      noteTarget(
        { place: line.place, subject: `${form}·绩效指标·${name ?? ''}`, owner, raw: raw ?? '' },
        session.findings,
      );
    return true;
  }

  /** The indicators in print order, the term's before the year's; a label printed midway down its merged cell also covers the rows above. */
  indicators(session: Session): Indicator[] {
    return Array.from({ length: this.#sides }, (_, side) => this.#side(side, session)).flat();
  }

  #side(side: number, session: Session): Indicator[] {
    const scope = this.#sides === 2 && side === 0 ? '实施期' : '年度';
    const first = this.#rows.findIndex((row) => row.sides[side]?.level2 != null);
    let level2 = this.#rows[first]?.sides[side]?.level2 ?? null;
    const found: Indicator[] = [];
    for (const row of this.#rows) {
      const cells = row.sides[side];
      if (cells === undefined) continue;
      level2 = cells.level2 ?? level2;
      if (cells.name === null) continue;
      const printed: PrintedIndicator = {
        level1Printed: row.level1,
        level2,
        name: cells.name,
        description: null,
        raw: cells.raw,
        basis: null,
      };
      found.push(indicator(printed, found.length + 1, scope, session.year));
    }
    return found;
  }

  #split(tokens: readonly Token[], loose: boolean): Split | null {
    const level1 = asFirstLevel(tokens[0]?.text ?? '');
    const rest = level1 === null ? tokens : tokens.slice(1);
    const labels = rest.flatMap((token, index) => (asSecondLevel(token.text, loose) === null ? [] : [index]));
    const sides =
      this.#sides === 1 ? this.#oneSide(rest, labels, loose) : this.#twoSides(rest, labels, loose);
    return sides === null ? null : { level1, sides, loose };
  }

  #oneSide(rest: readonly Token[], labels: readonly number[], loose: boolean): Side[] | null {
    if (labels.length > 1 || (labels.length === 1 && labels[0] !== 0)) return null;
    const side = sideOf(rest, labels.length === 1, loose);
    return side === null ? null : [side];
  }

  #twoSides(rest: readonly Token[], labels: readonly number[], loose: boolean): Side[] | null {
    const [one, two, more] = labels;
    if (more !== undefined) return null;
    let cut: number;
    if (two !== undefined) {
      if (one !== 0) return null;
      cut = two;
    } else if (one !== undefined) {
      if (one > 0) cut = one;
      else if (rest.length === 5) cut = 3;
      else cut = (rest[0]?.at ?? 0) < this.#boundary ? rest.length : 0;
    } else if (rest.length === 4) cut = 2;
    else if (rest.length === 2) cut = (rest[0]?.at ?? 0) < this.#boundary ? 2 : 0;
    else return null;
    const left = sideOf(rest.slice(0, cut), labels.includes(0) && cut > 0, loose);
    const right = sideOf(rest.slice(cut), labels.includes(cut) && cut < rest.length, loose);
    return left === null || right === null ? null : [left, right];
  }
}

function sideOf(tokens: readonly Token[], labelled: boolean, loose: boolean): Side | null {
  const level2 = labelled ? asSecondLevel(tokens[0]?.text ?? '', loose) : null;
  const rest = labelled ? tokens.slice(1) : tokens;
  if (rest.length === 0) return { level2, name: null, raw: null };
  const [name, raw] = rest;
  if (rest.length !== 2 || name === undefined || raw === undefined) return null;
  return { level2, name: name.text, raw: raw.text };
}
