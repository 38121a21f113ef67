import { record } from '@zhitongche/audit/server';
import { plainText } from '@zhitongche/base';
import { type App, forbidden, notFound, type OfficeActor } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { keepsRow, type RegisterKind } from '@zhitongche/register';
import { openRowData, ROW_COLUMNS, type RowData } from './read-row.ts';
import { facet, uniqueKeys } from './row-columns.ts';
import { registerIn } from './register-in.ts';

/** Pieces told by name in one answer. */
const NAMED = 1_000;

/** What was scanned at a place. */
export interface Scanned {
  readonly place?: string | undefined;
  readonly names: readonly string[];
}

type Piece = RowData & { readonly title: string; readonly key: string; readonly here: boolean };

const plain = (name: string): string => plainText(name).replaceAll(/\s/g, '');

const nameOf = ({ unique = [] }: RegisterKind, answers: Answers): string => {
  const value = answers[unique[0] ?? ''];
  return typeof value === 'string' ? value : '';
};

/** The scanned names under every key they may be stored by. */
const keyed = (app: Pick<App, 'keys'>, kind: RegisterKind, names: readonly string[]) => {
  const [field] = kind.unique ?? [];
  return new Map(
    names.flatMap((name) =>
      (field ? uniqueKeys(kind, { [field]: name }, app.keys) : []).map((key) => [key, name] as const),
    ),
  );
};

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
  const keys = keyed(app, kind, [...scanned.values()]);
  const pieces = await app.db.query<Piece>(
    `select ${ROW_COLUMNS}, title, unique_key as key, (stage = $3 and facets @> $4::text[]) as here from kept_row
     where office = $1 and register = $2 and retired_at is null
       and ((stage = $3 and facets @> $4::text[]) or unique_key = any($5::text[]))
     order by title collate "C"`,
    [actor.office, kind.code, kind.stock.inStage, where, [...keys.keys()]],
  );
  const mine = pieces.filter(({ org }) => keepsRow(reach, org));
  const known = new Set(mine.map(({ key }) => keys.get(key)));
  const missing = mine.filter((piece) => piece.here && !keys.has(piece.key));
  const elsewhere = mine.filter((piece) => !piece.here && keys.has(piece.key));
  const unknown = [...scanned.values()].filter((name) => !known.has(name));
  await record(app.db.query, actor, now, 'register.count', `register:${kind.code}`, {
    scanned: scanned.size,
    missing: missing.length,
    elsewhere: elsewhere.length,
    unknown: unknown.length,
  });
  // Whoever keeps a piece reads what it is called, also where that is private.
  const told = (piece: Piece) => ({
    id: piece.id,
    title: piece.title,
    name: nameOf(kind, openRowData(actor.office, kind, piece, app.keys).row.answers) || piece.title,
    stage: kind.stages?.list[piece.state.stage]?.label ?? piece.state.stage,
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
