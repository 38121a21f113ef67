import { createHash } from 'node:crypto';
import { quantile } from './quantile.ts';

/** A statement that took longer than it should; its text is kept without any value in it. */
export interface SlowStatement {
  /** Name of the prepared statement, else the beginning of its text. */
  readonly statement: string;
  /** Tells two texts apart that begin alike. */
  readonly digest: string;
  readonly ms: number;
  /** Rows it gave; null when it failed. */
  readonly rows: number | null;
  /** Statements of this process that were waiting for a connection when it was asked. */
  readonly queued: number;
  readonly at: Date;
}

/** Slow statements of one kind taken together. */
export interface SlowSummary {
  readonly statement: string;
  readonly digest: string;
  readonly count: number;
  readonly maxMs: number;
  readonly p95Ms: number;
  readonly newest: Date;
}

const KEPT = 500;
const LONGEST_SHAPE = 160;

/** The newest slow statements of this process. */
export class SlowBook {
  readonly #entries: SlowStatement[] = [];

  /** Enters one; the oldest goes when the book is full. */
  add(entry: SlowStatement): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
  }

  /** What is kept, by statement, the longest first. */
  summary(): readonly SlowSummary[] {
    const by = new Map<string, SlowStatement[]>();
    for (const entry of this.#entries) {
      const key = `${entry.statement} ${entry.digest}`;
      by.set(key, [...(by.get(key) ?? []), entry]);
    }
    return [...by.values()]
      .flatMap((entries) => {
        const [first] = entries;
        if (!first) return [];
        const times = entries.map((entry) => entry.ms).toSorted((a, b) => a - b);
        return {
          statement: first.statement,
          digest: first.digest,
          count: entries.length,
          maxMs: times.at(-1) ?? 0,
          p95Ms: quantile(times, 0.95),
          newest: entries.at(-1)?.at ?? first.at,
        };
      })
      .toSorted((a, b) => b.maxMs - a.maxMs);
  }
}

/** A statement's text without literals: what may be written down of it. */
export const shapeOf = (text: string): string =>
  text
    .replaceAll(/\$([a-z_]*)\$[\s\S]*?\$\1\$/gi, '?')
    .replaceAll(/[eE]?'(?:[^']|'')*'/g, '?')
    .replaceAll(/(?<![\w$"])\d+(?:\.\d+)?/g, '?')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** How a statement is called in logs and lists. */
export const nameOf = (statement: { readonly name?: string; readonly text: string }): string => {
  if (statement.name !== undefined) return statement.name;
  const shape = shapeOf(statement.text);
  return shape.length > LONGEST_SHAPE ? `${shape.slice(0, LONGEST_SHAPE)}…` : shape;
};

/** Digest of a statement's shape, short enough to read out. */
export const shapeDigest = (text: string): string =>
  createHash('sha256').update(shapeOf(text)).digest('hex').slice(0, 12);
