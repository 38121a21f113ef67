import { least, most } from '../bounds.ts';
import type { Rule } from './pdf-rules.ts';

/** Lines closer than this many points are one line drawn twice. */
const near = 2;

/** Pieces of one line are drawn at the same height to within this many points. */
const hair = 0.25;

/** A ruled table on a page: its column and row edges, and which of the small boxes between them are merged into one cell. */
export class Lattice {
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  readonly #home: readonly (readonly { row: number; column: number }[])[];

  readonly #rules: readonly Rule[];

  constructor(xs: readonly number[], ys: readonly number[], rules: readonly Rule[]) {
    this.#xs = xs;
    this.#ys = ys;
    this.#rules = rules;
    this.#home = merge(xs, ys, rules);
  }

  /** Column edges from the left. */
  get edges(): readonly number[] {
    return this.#xs;
  }

  /** The same rows cut at more column edges; boxes without a line between them stay one cell. */
  cutAt(xs: readonly number[]): Lattice {
    return new Lattice(distinct([...this.#xs, ...xs]), this.#ys, this.#rules);
  }

  /** Right edge of the cell whose upper left box is given. */
  rightOf(row: number, column: number): number {
    const home = this.#home[row] ?? [];
    const last = home.findLastIndex((box) => box.row === row && box.column === column);
    return this.#xs[Math.max(last, column) + 1] ?? 0;
  }

  /** Row numbers from the top. */
  get rows(): number[] {
    return Array.from({ length: this.#ys.length - 1 }, (_, at) => at);
  }

  /** Column numbers from the left. */
  get columns(): number[] {
    return Array.from({ length: this.#xs.length - 1 }, (_, at) => at);
  }

  /** Height of the upper edge on the page. */
  get top(): number {
    return this.#ys[0] ?? 0;
  }

  /** Whether a point lies within the outer edges. */
  contains(x: number, y: number): boolean {
    const [left = 0, right = 0] = [this.#xs[0], this.#xs.at(-1)];
    const [top = 0, bottom = 0] = [this.#ys[0], this.#ys.at(-1)];
    return x > left - near && x < right + near && y < top + near && y > bottom - near;
  }

  /** The cell a point lies in; for merged cells its upper left box. */
  cellAt(x: number, y: number): { row: number; column: number } {
    const column = Math.max(
      0,
      this.#xs.findLastIndex((edge) => x >= edge),
    );
    const row = Math.max(
      0,
      this.#ys.findLastIndex((edge) => y <= edge),
    );
    const inner = { row: Math.min(row, this.#ys.length - 2), column: Math.min(column, this.#xs.length - 2) };
    return this.#home[inner.row]?.[inner.column] ?? inner;
  }
}

/** The ruled tables of a page: groups of touching lines with at least one box between them. */
export function latticesOf(rules: readonly Rule[]): Lattice[] {
  return groupsOf(straightened(rules)).flatMap((group) => {
    const level = group.filter((rule) => isLevel(rule));
    const upright = group.filter((rule) => !isLevel(rule));
    const xs = distinct(upright.map((rule) => rule.x1));
    const ys = distinct([...level.map((rule) => rule.y1), ...openEnds(upright)]).reverse();
    return xs.length < 2 || ys.length < 2 ? [] : [new Lattice(xs, ys, group)];
  });
}

/** A row cut by the end of its page has no line there; its box ends where at least two upright lines end. */
function openEnds(upright: readonly Rule[]): number[] {
  const [lowest, highest] = [least(upright.map((rule) => rule.y1)), most(upright.map((rule) => rule.y2))];
  const ends = (at: number, own: (rule: Rule) => number) =>
    upright.filter((rule) => Math.abs(own(rule) - at) <= near).length > 1 ? [at] : [];
  return [...ends(lowest, (rule) => rule.y1), ...ends(highest, (rule) => rule.y2)];
}

function isLevel(rule: Rule): boolean {
  return rule.x2 - rule.x1 > rule.y2 - rule.y1;
}

/** Sorted positions with near-doubles made one. */
function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (kept.length === 0 || value - (kept.at(-1) ?? 0) > near) kept.push(value);
  }
  return kept;
}

/** Edges drawn cell by cell made into whole lines: pieces of one line that touch are joined. */
function straightened(rules: readonly Rule[]): Rule[] {
  const level = rules.filter(isLevel).sort((a, b) => a.y1 - b.y1 || a.x1 - b.x1);
  const upright = rules.filter((rule) => !isLevel(rule)).sort((a, b) => a.x1 - b.x1 || a.y1 - b.y1);
  return [
    ...strung(level, (a, b) => Math.abs(a.y1 - b.y1) < hair && b.x1 <= a.x2 + near),
    ...strung(upright, (a, b) => Math.abs(a.x1 - b.x1) < hair && b.y1 <= a.y2 + near),
  ];
}

function strung(sorted: readonly Rule[], follows: (before: Rule, rule: Rule) => boolean): Rule[] {
  const whole: Rule[] = [];
  for (const rule of sorted) {
    const before = whole.at(-1);
    if (before !== undefined && follows(before, rule)) whole[whole.length - 1] = union(before, rule);
    else whole.push(rule);
  }
  return whole;
}

/** Lines that touch, directly or through others, belong to one table. Swept from the top, so that a page of many tables stays quick. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups: { rules: Rule[]; box: Rule }[] = [];
  for (const rule of rules) {
    const touching = groups.filter(
      ({ box, rules: own }) => meets(box, rule) && own.some((other) => meets(other, rule)),
    );
    const merged = { rules: [rule], box: rule };
    for (const group of touching) {
      for (const own of group.rules) merged.rules.push(own);
      merged.box = union(merged.box, group.box);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map((group) => group.rules);
}

function meets(a: Rule, b: Rule): boolean {
  return a.x1 <= b.x2 + near && b.x1 <= a.x2 + near && a.y1 <= b.y2 + near && b.y1 <= a.y2 + near;
}

function union(a: Rule, b: Rule): Rule {
  return {
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
    x2: Math.max(a.x2, b.x2),
    y2: Math.max(a.y2, b.y2),
  };
}

/** Neighbouring boxes without a line between them are one cell; each box is given its cell's upper left box. */
function merge(
  xs: readonly number[],
  ys: readonly number[],
  rules: readonly Rule[],
): { row: number; column: number }[][] {
  const level = rules.filter(isLevel);
  const upright = rules.filter((rule) => !isLevel(rule));
  const columns = xs.length - 1;
  const parent = Array.from({ length: (ys.length - 1) * columns }, (_, at) => at);
  const root = (at: number): number =>
    parent[at] === at || parent[at] === undefined ? at : root(parent[at]);
  const unite = (a: number, b: number) => {
    const [one, other] = [root(a), root(b)];
    parent[Math.max(one, other)] = Math.min(one, other);
  };
  const middle = (edges: readonly number[], at: number) => ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2;
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [middle(xs, column), middle(ys, row)];
      const right = xs[column + 1] ?? 0;
      const below = ys[row + 1] ?? 0;
      const walled = upright.some(
        (rule) => Math.abs(rule.x1 - right) <= near && rule.y1 <= y && rule.y2 >= y,
      );
      const floored = level.some((rule) => Math.abs(rule.y1 - below) <= near && rule.x1 <= x && rule.x2 >= x);
      const at = row * columns + column;
      if (!walled && column + 1 < columns) unite(at, at + 1);
      if (!floored && row + 1 < ys.length - 1) unite(at, at + columns);
    }
  }
  return Array.from({ length: ys.length - 1 }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const home = root(row * columns + column);
      return { row: Math.floor(home / columns), column: home % columns };
    }),
  );
}
