import { dayInShanghai, type Problem } from '@zhitongche/base';
import type { Doer, RowOrder } from '@zhitongche/case';
import { type App, newCaseSalt, unsound } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { type CaseRef, decideRow, type RegisterKind, type RowCommand } from '@zhitongche/register';
import { alikeKeys, likenesses, rowsAlike } from './alike.ts';
import { pickFacts } from './picks.ts';
import { type FoundRow, openRowData, type RowData } from './read-row.ts';
import { registerPolicy } from './register-in.ts';
import { facet, uniqueKeys } from './row-columns.ts';
import { told } from './told.ts';
import { writeKept } from './write-kept.ts';
import type { RowChange } from './write-rows.ts';

/** The act of a case that writes rows. */
export interface CaseActing {
  readonly office: string;
  readonly at: Date;
  readonly doer: Doer;
  readonly source: string;
  readonly of: CaseRef;
  /** Organisation new rows belong to that name none. */
  readonly home: string;
}

/**
 * Carries out what a case orders of a register, within the commit of its act: rows entered, changed or moved, pieces drawn.
 * Whatever stands in the way is a refusal of the whole act.
 */
export async function carryOut(
  app: App,
  query: Query,
  acting: CaseActing,
  register: string,
  orders: readonly RowOrder[],
): Promise<void> {
  const kind = app.registers.find(({ code }) => code === register);
  if (!kind) throw new Error(`no register ${register}`);
  try {
    for (const order of orders)
      for (const { id, row, command } of await commandsOf(app, query, acting, kind, order))
        await one(app, query, acting, kind, { id, row, command });
  } catch (error) {
    throw told(error, kind);
  }
}

interface Ordered {
  readonly id: string;
  readonly row: FoundRow | null;
  readonly command: RowCommand;
}

async function one(
  app: App,
  query: Query,
  acting: CaseActing,
  kind: RegisterKind,
  { id, row, command }: Ordered,
): Promise<void> {
  const { office, at, doer, source, of } = acting;
  const book = await app.offices.get(office);
  const today = dayInShanghai(at.toISOString());
  const policy = registerPolicy(book, kind, today);
  const orgs = book.orgs.map((org) => org.id);
  const reach = { all: true, seen: orgs, kept: orgs, clearance: 'sensitive' as const, cleared: {} };
  const keys = 'answers' in command ? alikeKeys(kind, command.answers, app.keys) : { unique: [], near: [] };
  const alike = likenesses(await rowsAlike(query, office, kind.code, keys), keys, id, reach);
  const given = 'answers' in command ? [command.answers] : [];
  const known = await pickFacts(query, book, () => true, kind.form, given);
  const decided = decideRow(kind, id, row?.row ?? null, command, {
    now: at.toISOString(),
    today,
    policy,
    calendar: book.calendar,
    facts: { ...known, table: (name) => book.table(name, today), draws: book.draws },
    actor: { ...doer, grants: [], standsInFor: [] },
    reach,
    tree: book.tree,
    forCase: of,
    home: acting.home,
    alike: alike.filter(({ how }) => how === 'same'),
    above: [],
  });
  if (!decided.ok) throw refusedBy(kind, decided.problems);
  const change: RowChange = { kind, id, before: row, events: decided.value.events };
  const by = {
    office,
    at,
    doer,
    source,
    action: `register.${command.act}`,
    keys: app.keys,
    newSalt: newCaseSalt,
    detail: { case: of.caseId },
    knowledge: (own: RegisterKind) => ({
      policy: registerPolicy(book, own, today),
      facts: { table: (name: string) => book.table(name, today) },
    }),
  };
  await writeKept(app, query, [change], by);
}

/** What an order comes to, row by row; the rows it is about are locked. */
async function commandsOf(
  app: App,
  query: Query,
  { office, at, of }: CaseActing,
  kind: RegisterKind,
  order: RowOrder,
): Promise<readonly Ordered[]> {
  const opened = (rows: readonly RowData[]) => rows.map((data) => openRowData(office, kind, data, app.keys));
  const move = (
    found: readonly FoundRow[],
    key: string,
    data: RowOrder & { data?: unknown },
  ): readonly Ordered[] =>
    found.map((row) => ({
      id: row.row.id,
      row,
      command: { act: 'move', move: key, ...(data.data ? { data: data.data } : {}) } as RowCommand,
    }));
  switch (order.row) {
    case 'enter': {
      const origin = { by: 'case' as const, ...of };
      return [
        { id: newId(at.getTime()), row: null, command: { act: 'enter', answers: order.answers, origin } },
      ];
    }
    case 'edit': {
      const [row] = opened(await byName(query, office, kind, uniqueKeys(kind, order.find, app.keys)));
      if (!row) throw refusedBy(kind, [missing(kind)]);
      const answers = { ...row.row.answers, ...order.answers };
      const origin = { by: 'case' as const, ...of };
      return [{ id: row.row.id, row, command: { act: 'edit', answers, origin } }];
    }
    case 'move': {
      const found = opened(await byName(query, office, kind, uniqueKeys(kind, order.find, app.keys)));
      if (found.length === 0) throw refusedBy(kind, [missing(kind)]);
      return move(found, order.move, order);
    }
    case 'draw': {
      if (!Number.isInteger(order.count) || order.count < 1) throw refusedBy(kind, [noCount(kind)]);
      const found = opened(await nextInStock(query, office, kind, order));
      if (found.length < order.count) throw refusedBy(kind, [outOfStock(kind, found.length, order.count)]);
      return move(found, order.move, order);
    }
    case 'move-held':
      return move(opened(await heldBy(query, office, kind, of)), order.move, order);
  }
}

const COLUMNS = 'id, register, org, state, head, salt, updated_by, updated_at';

const byName = (query: Query, office: string, kind: RegisterKind, names: readonly string[]) =>
  query<RowData>(
    `select ${COLUMNS} from kept_row
     where office = $1 and register = $2 and unique_key = any($3::text[]) for update`,
    [office, kind.code, names],
  );

const heldBy = (query: Query, office: string, kind: RegisterKind, { caseId }: CaseRef) =>
  query<RowData>(
    `select ${COLUMNS} from kept_row
     where office = $1 and case_id = $3 and register = $2 and retired_at is null order by id for update`,
    [office, kind.code, caseId],
  );

/** The next pieces by their names; what another act is drawing at this moment is passed over, never waited for. */
const nextInStock = (
  query: Query,
  office: string,
  kind: RegisterKind,
  { where = {}, count }: RowOrder & { row: 'draw' },
) =>
  query<RowData>(
    `select ${COLUMNS} from kept_row
     where office = $1 and register = $2 and stage = $3 and retired_at is null and facets @> $4::text[]
     order by title collate "C", id limit $5 for update skip locked`,
    [
      office,
      kind.code,
      kind.stock?.inStage ?? kind.stages?.first ?? '',
      Object.entries(where).map(([key, value]) => facet(kind.code, key, String(value as string))),
      count,
    ],
  );

/** A refusal of a register, told where the act of the case is told. */
const refusedBy = (kind: RegisterKind, problems: readonly Problem[]) =>
  unsound(
    problems.map((problem) => ({ ...problem, at: [], message: `${kind.name}：${problem.message}` })),
    problems[0]?.code,
    `${kind.name}：${problems.map(({ message }) => message).join('；')}。`,
  );

const missing = (kind: RegisterKind): Problem => ({
  code: 'row.unknown',
  level: 'block',
  at: [],
  message: '台账里没有这一条，或已注销',
  en: 'There is no such row in force',
  todo: `请先在“${kind.name}”登记`,
});

const noCount = (kind: RegisterKind): Problem => ({
  code: 'stock.count',
  level: 'block',
  at: [],
  message: `领用${kind.name}的数量须是不小于1的整数`,
  en: 'The number of pieces must be a whole number of at least 1',
  todo: '请核对数量后再办理；办件停在这一步，没有任何改动',
});

const outOfStock = (kind: RegisterKind, there: number, wanted: number): Problem => ({
  code: 'stock.empty',
  level: 'block',
  at: [],
  message: `库存不足：要用 ${wanted} ${kind.measure}，现有 ${there} ${kind.measure}可用`,
  en: `Out of stock: ${wanted} wanted, ${there} there`,
  todo: '请先入库后再办理；办件停在这一步，没有任何改动',
});
