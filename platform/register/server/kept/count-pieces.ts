import { record } from '@zhitongche/audit/server';
import { plainText } from '@zhitongche/base';
import { type App, forbidden, notFound, type OfficeActor } from '@zhitongche/core/server';
import { keepsRow } from '@zhitongche/register';
import { facet } from './row-columns.ts';
import { registerIn } from './register-in.ts';

/** Pieces told by name in one answer. */
const NAMED = 1_000;

/** What was scanned at a place. */
export interface Scanned {
  readonly place?: string | undefined;
  readonly names: readonly string[];
}

interface Piece {
  readonly id: string;
  readonly title: string;
  readonly org: string;
  readonly stage: string;
  readonly here: boolean;
}

const plain = (name: string): string => plainText(name).replaceAll(/\s/g, '');

/**
 * Compares what was scanned with what should lie there: pieces that are missing, names nobody knows, pieces that should be
 * somewhere else or out. A difference is an answer and changes nothing; who counted is on record.
 */
export async function countPieces(app: App, actor: OfficeActor, register: string, { place, names }: Scanned) {
  const { kind, reach, now } = await registerIn(app, actor, register);
  if (!kind.stock) throw notFound('stock.none', '这个台账不是库存。', 'This register is no stock.');
  if (reach.kept.length === 0)
    throw forbidden('access.denied', '您不负责维护这个台账，不能盘点。', 'You do not keep this stock.');
  const where = place === undefined ? [] : [facet(kind.code, kind.stock.place, place)];
  const scanned = new Map(
    names.map((name) => [plain(name), name.trim()] as const).filter(([key]) => key !== ''),
  );
  const pieces = await app.db.query<Piece>(
    `select id, title, org, stage, (stage = $3 and facets @> $4::text[]) as here from kept_row
     where office = $1 and register = $2 and retired_at is null
       and ((stage = $3 and facets @> $4::text[]) or unique_key = any($5::text[]))
     order by title collate "C"`,
    [actor.office, kind.code, kind.stock.inStage, where, [...scanned.keys()]],
  );
  const mine = pieces.filter(({ org }) => keepsRow(reach, org));
  const known = new Map(mine.map((piece) => [plain(piece.title), piece]));
  const missing = mine.filter((piece) => piece.here && !scanned.has(plain(piece.title)));
  const elsewhere = mine.filter((piece) => !piece.here && scanned.has(plain(piece.title)));
  const unknown = [...scanned].filter(([key]) => !known.has(key)).map(([, name]) => name);
  await record(app.db.query, actor, now, 'register.count', `register:${kind.code}`, {
    scanned: scanned.size,
    missing: missing.length,
    elsewhere: elsewhere.length,
    unknown: unknown.length,
  });
  const told = ({ id, title, stage }: Piece) => ({
    id,
    title,
    stage: kind.stages?.list[stage]?.label ?? stage,
  });
  return {
    expected: mine.filter(({ here }) => here).length,
    scanned: scanned.size,
    repeated: names.filter((name) => plain(name) !== '').length - scanned.size,
    missing: missing.slice(0, NAMED).map(told),
    missingCount: missing.length,
    elsewhere: elsewhere.slice(0, NAMED).map(told),
    unknown: unknown.slice(0, NAMED),
    unknownCount: unknown.length,
  };
}
