import type { Db } from '../db/db.ts';
import type { Anchor } from '../ports/anchors.ts';

const PAGE = 1_000;

/** Anchors that do not agree with the seals inside the database. */
interface Compared {
  /** Numbers of seals that are gone. */
  readonly gone: readonly number[];
  /** Numbers of seals that differ, or that the anchors tell in two ways. */
  readonly other: readonly number[];
  readonly last: number;
}

/**
 * Unites what stands outside the database and compares it with the seals inside. Anchors beyond the end of a record that was
 * taken back on purpose count only if they are newer.
 */
async function compare(db: Db, office: string, anchors: readonly Anchor[]): Promise<Compared> {
  const own = anchors.filter((anchor) => anchor.office === office);
  const ends = own.filter(({ kind }) => kind === 'ends');
  const seals = own.filter(
    ({ kind, seq, at }) => kind === 'seal' && !ends.some((end) => end.at >= at && seq > end.seq),
  );
  const digests = new Map<number, Set<string>>();
  for (const { seq, digest } of seals) digests.set(seq, (digests.get(seq) ?? new Set()).add(digest));
  const numbers = [...digests.keys()].toSorted((a, b) => a - b);
  const gone: number[] = [];
  const other: number[] = [];
  for (let from = 0; from < numbers.length; from += PAGE) {
    const page = numbers.slice(from, from + PAGE);
    const rows = await db.query<{ seq: number; digest: string }>(
      'select seq, digest from audit_seal where office = $1 and seq = any($2::bigint[])',
      [office, page],
    );
    const stored = new Map(rows.map(({ seq, digest }) => [seq, digest]));
    for (const seq of page) {
      const is = stored.get(seq);
      const said = digests.get(seq);
      if (is === undefined) gone.push(seq);
      else if (said === undefined || said.size > 1 || !said.has(is)) other.push(seq);
    }
  }
  return { gone, other, last: numbers.at(-1) ?? 0 };
}

/** Sentences that name the first seal the anchors know and the database does not, and the first that differs. */
export async function verifyAnchors(
  db: Db,
  office: string,
  anchors: readonly Anchor[],
): Promise<readonly string[]> {
  const { gone, other, last } = await compare(db, office, anchors);
  return [
    ...(gone[0] === undefined
      ? []
      : [`审计日志自第 ${gone[0]} 段封签起缺失：库外存证记至第 ${last} 段，共缺 ${gone.length} 段`]),
    ...(other[0] === undefined ? [] : [`审计日志第 ${other[0]} 段封签与库外存证不同，共 ${other.length} 段`]),
  ];
}

/** Where a record that was taken back on purpose ends: at its last seal, or before the first the anchors do not agree with. */
export async function endOfRecord(
  db: Db,
  office: string,
  at: Date,
  anchors: readonly Anchor[] = [],
): Promise<Anchor> {
  const { gone, other } = await compare(db, office, anchors);
  const [last] = await db.query<{ seq: number; digest: string }>(
    'select seq, digest from audit_seal where office = $1 and seq < $2 order by seq desc limit 1',
    [office, Math.min(gone[0] ?? Number.MAX_SAFE_INTEGER, other[0] ?? Number.MAX_SAFE_INTEGER)],
  );
  return { kind: 'ends', office, seq: last?.seq ?? 0, digest: last?.digest ?? '', at: at.toISOString() };
}
