import { dayInShanghai, type Problem } from '@zhitongche/base';
import { canonicalJson, type RowOrder } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { type App, lookupDigests, unsound } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import {
  endOf,
  bookedId,
  decideRow,
  movesFrom,
  type RegisterKind,
  type RowCommand,
  slotOf,
} from '@zhitongche/register';
import { alikeKeys, likenesses, rowsAlike } from './alike.ts';
import type { CaseActing } from './case-acting.ts';
import { takeCaseFiles } from './kept-files.ts';
import { pickFacts } from './picks.ts';
import { proposeRows } from './propose-rows.ts';
import {
  type FoundRow,
  lockHeld,
  lockInStock,
  lockNamed,
  lockNumbered,
  openRowData,
  type RowData,
} from './read-row.ts';
import { facet, numbersOf, uniqueKeys } from './row-columns.ts';
import { judgedBy, rowWriting } from './row-writing.ts';
import { told } from './told.ts';
import { uncountedSince } from './uncounted.ts';
import { writeKept } from './write-kept.ts';
import type { RowChange } from './write-rows.ts';

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
    const { at, doer, source, of } = acting;
    const book = await app.offices.get(acting.office);
    const by = { at, doer, source, detail: { case: of.caseId } };
    await proposeRows(
      app,
      query,
      acting,
      kind,
      orders.filter((order) => order.row === 'propose'),
    );
    for (const order of orders) {
      if (order.row === 'propose') continue;
      const ordered = await commandsOf(app, query, acting, kind, order);
      const [first] = ordered;
      if (!first) continue;
      const changes = await changesOf(app, query, acting, kind, ordered);
      const action = `register.${first.command.act}`;
      await writeKept(app, query, changes, rowWriting(app, book, { ...by, action }));
    }
  } catch (error) {
    throw told(error, kind);
  }
}

/** How a matter ended: given up, refused or revoked, what it holds is free; completed, only what it had not settled yet. */
export type EndedAs = 'given-up' | 'completed';

/** Whether anything a service writes is a booking its matter gives up at the end. */
export const releasesAny = (app: Pick<App, 'registers'>, registers: readonly string[]): boolean =>
  app.registers.some(({ code, booking }) => booking?.release !== undefined && registers.includes(code));

/** Gives up what a case holds of bookings, within the commit that ends its matter. */
export async function releaseHeld(app: App, query: Query, acting: CaseActing, ended: EndedAs): Promise<void> {
  const { office, at, doer, source, of } = acting;
  const book = await app.offices.get(office);
  for (const kind of app.registers) {
    const { booking, stages } = kind;
    const move = stages?.moves.find(({ key }) => key === booking?.release);
    if (!booking || !move) continue;
    const given = ended === 'completed' ? [booking.holds?.stage, booking.waits?.stage] : move.from;
    const held = (await lockHeld(query, office, kind, of.caseId))
      .map((data) => openRowData(office, kind, data, app.keys))
      .filter(({ row }) => move.from.includes(row.stage) && given.includes(row.stage));
    if (held.length === 0) continue;
    const ordered = held.map((row) => ({
      id: row.row.id,
      row,
      command: { act: 'move', move: move.key } satisfies RowCommand,
    }));
    const changes = await changesOf(app, query, acting, kind, ordered);
    const by = { at, doer, source, detail: { case: of.caseId }, action: 'register.move' };
    await writeKept(app, query, changes, rowWriting(app, book, by));
  }
}

interface Ordered {
  readonly id: string;
  readonly row: FoundRow | null;
  readonly command: RowCommand;
}

/** What one order changes, each row decided as its own register decides it. */
async function changesOf(
  app: App,
  query: Query,
  { office, at, doer, of, home }: CaseActing,
  kind: RegisterKind,
  ordered: readonly Ordered[],
): Promise<readonly RowChange[]> {
  const book = await app.offices.get(office);
  const orgs = book.orgs.map((org) => org.id);
  const reach = { all: true, seen: orgs, kept: orgs, clearance: 'sensitive' as const, cleared: {} };
  const changes: RowChange[] = [];
  for (const { id, row, command } of ordered) {
    const given = 'answers' in command ? [command.answers] : [];
    const [answers] = given;
    const keys = answers ? alikeKeys(kind, answers, app.keys) : { unique: [], near: [] };
    const alike = likenesses(await rowsAlike(query, office, kind.code, keys), keys, id, reach);
    const known = await pickFacts(app, query, book, () => true, kind.form, given);
    const decided = decideRow(kind, id, row?.row ?? null, command, {
      ...judgedBy(book, kind, dayInShanghai(at.toISOString()), known),
      now: at.toISOString(),
      actor: { ...doer, grants: [], standsInFor: [] },
      reach,
      tree: book.tree,
      forCase: of,
      home,
      alike: alike.filter(({ how }) => how === 'same'),
      above: [],
    });
    if (!decided.ok) throw refusedBy(kind, decided.problems);
    if (answers) await takeCaseFiles(query, office, kind, id, of.caseId, answers);
    changes.push({ kind, id, before: row, events: decided.value.events });
  }
  return changes;
}

/** What an order comes to, row by row; the rows it is about are locked. */
async function commandsOf(
  app: App,
  query: Query,
  { office, at, of }: CaseActing,
  kind: RegisterKind,
  order: Exclude<RowOrder, { row: 'propose' }>,
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
      if (await holdsAlready(app, query, { office, of }, kind, order.answers)) return [];
      const origin = { by: 'case' as const, ...of };
      return [
        { id: newId(at.getTime()), row: null, command: { act: 'enter', answers: order.answers, origin } },
      ];
    }
    case 'edit': {
      const [row] = opened(await lockNamed(query, office, kind, uniqueKeys(kind, order.find, app.keys)));
      if (!row) throw refusedBy(kind, [missing(kind)]);
      const answers = { ...row.row.answers, ...order.answers };
      const origin = { by: 'case' as const, ...of };
      return [{ id: row.row.id, row, command: { act: 'edit', answers, origin } }];
    }
    case 'move': {
      const found = opened(await lockNamed(query, office, kind, uniqueKeys(kind, order.find, app.keys)));
      if (found.length === 0) throw refusedBy(kind, [missing(kind)]);
      return move(found, order.move, order);
    }
    case 'draw': {
      if (!Number.isSafeInteger(order.count) || order.count < 1) throw refusedBy(kind, [noCount(kind)]);
      const where = Object.entries(order.where ?? {}).map(([key, value]) =>
        facet(kind.code, key, String(value as string)),
      );
      const found = opened(await lockInStock(query, office, kind, where, order.count));
      if (found.length < order.count) throw refusedBy(kind, [outOfStock(kind, found.length, order.count)]);
      const uncounted = await uncountedSince(app, query, await app.offices.get(office), kind, found);
      if (uncounted) throw refusedBy(kind, [uncounted]);
      return move(found, order.move, order);
    }
    case 'follow':
      return opened(await lockFound(app, query, office, kind, order.find)).flatMap((row) => {
        const given = follows(kind, row, order);
        return given ? move([row], given.move, { ...order, ...given }) : [];
      });
    case 'move-held':
      return move(
        opened(await lockHeld(query, office, kind, of.caseId)).filter(
          (found) => answersTo(order.where)(found) && (order.id ?? found.row.id) === found.row.id,
        ),
        order.move,
        order,
      );
  }
}

/** Whether the case has that very thing at that very time: who agrees again after a return books nothing twice. */
async function holdsAlready(
  app: App,
  query: Query,
  { office, of }: Pick<CaseActing, 'office' | 'of'>,
  kind: RegisterKind,
  answers: Answers,
): Promise<boolean> {
  const { booking } = kind;
  const wanted = booking && slotOf(booking, answers);
  if (!booking || !wanted) return false;
  const held = await lockHeld(query, office, kind, of.caseId);
  return held
    .map((data) => openRowData(office, kind, data, app.keys).row)
    .some((row) => {
      const slot = slotOf(booking, row.answers);
      return (
        booking.occupies.includes(row.stage) &&
        bookedId(booking, row.answers) === bookedId(booking, answers) &&
        slot?.from === wanted.from &&
        slot.to === wanted.to
      );
    });
}

/** Rows by what names one thing there, else by a number that names somebody or something. */
async function lockFound(
  { keys }: Pick<App, 'keys'>,
  query: Query,
  office: string,
  kind: RegisterKind,
  find: Answers,
): Promise<readonly RowData[]> {
  const names = uniqueKeys(kind, find, keys);
  if (names.length > 0) return await lockNamed(query, office, kind, names);
  const digests = numbersOf(kind, find).flatMap((number) => lookupDigests(number, keys));
  return digests.length > 0 ? await lockNumbered(query, office, kind, digests) : [];
}

/** Whether a row answers so to every field that is asked about. */
const answersTo =
  (asked: Answers = {}) =>
  ({ row }: FoundRow): boolean =>
    Object.entries(asked).every(
      ([key, value]) => canonicalJson(row.answers[key] ?? null) === canonicalJson(value ?? null),
    );

/** What a row does that follows a case: the first move open to it, unless it stands so already. */
function follows(kind: RegisterKind, found: FoundRow, order: RowOrder & { row: 'follow' }) {
  const { row } = found;
  const same = (given: Answers): boolean => answersTo(given)(found);
  if (!same(order.where) || (order.unless && same(order.unless))) return undefined;
  const open = movesFrom(kind, row);
  const next = order.moves.find(({ move }) => open.some(({ key }) => key === move));
  const stays = open.some((one) => one.key === next?.move && endOf(one, row.stage) === row.stage);
  return next && !(stays && next.data && same(next.data)) ? next : undefined;
}

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
