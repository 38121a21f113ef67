import { writeAudit } from '@zhitongche/audit/server';
import { dayInShanghai } from '@zhitongche/base';
import type { RowOrder } from '@zhitongche/case';
import { type App, lookupDigests, type OfficeConfig } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { newId, property, type Query } from '@zhitongche/host';
import { decideRow, type RegisterKind } from '@zhitongche/register';
import type { CaseActing } from './case-acting.ts';
import { pickFacts } from './picks.ts';
import { type FoundRow, lockNamed, lockRows, openRowData } from './read-row.ts';
import { numbersOf, uniqueKeys } from './row-columns.ts';
import { judgedBy, rowWriting } from './row-writing.ts';
import { tellPeople } from './tell-people.ts';
import { writeKept } from './write-kept.ts';
import type { RowChange } from './write-rows.ts';

type Proposal = RowOrder & { readonly row: 'propose' };

/** What a case says of one thing, by every form of its name. */
interface Named extends Proposal {
  readonly names: readonly string[];
}

/**
 * Holds what a case says of things against what is on record of them: who is not there is entered, what differs is proposed to
 * whoever keeps the row. What the register cannot take is left out, told in the audit, and never stops the act.
 */
export async function proposeRows(
  app: App,
  query: Query,
  acting: CaseActing,
  kind: RegisterKind,
  orders: readonly Proposal[],
): Promise<void> {
  const named = orders.flatMap((order): readonly Named[] => {
    const names = uniqueKeys(kind, order.answers, app.keys);
    return names.length > 0 ? [{ ...order, names }] : [];
  });
  if (named.length === 0) return;
  await query('savepoint proposing');
  try {
    await proposeNamed(app, query, acting, kind, named);
  } catch (error) {
    // Somebody entered the same at this moment: now it is on record, and what differs is proposed.
    if (property(error, 'code') !== '23505') throw error;
    await query('rollback to savepoint proposing');
    await proposeNamed(app, query, acting, kind, named);
  }
}

async function proposeNamed(
  app: App,
  query: Query,
  acting: CaseActing,
  kind: RegisterKind,
  named: readonly Named[],
): Promise<void> {
  const book = await app.offices.get(acting.office);
  const rows = await rowsNamed(app, query, acting.office, kind, named);
  const known = await pickFacts(app, query, book, () => true, kind.form, named.map(wholeOf));
  const { changes, left } = decideAll(acting, book, kind, named, rows, known);
  const { at, doer, source, of } = acting;
  const by = { at, doer, source, detail: { case: of.caseId } };
  for (const action of ['enter', 'propose'] as const) {
    const same = changes.filter(({ before }) => (before === null) === (action === 'enter'));
    await writeKept(app, query, same, rowWriting(app, book, { ...by, action: `register.${action}` }));
    if (action === 'propose')
      for (const { before } of same)
        if (before)
          await tellPeople({ app, query, book, now: at }, kind, before.row, {
            keepers: 'nearest',
            roles: [],
            texts: [`：办件 ${of.number} 填报的与登记的不一致，请核对`],
          });
  }
  if (left.length > 0)
    await writeAudit(query, {
      office: acting.office,
      at,
      actor: { id: doer.id, name: doer.name },
      action: 'register.left-out',
      object: `register:${kind.code}`,
      result: 'ok',
      source,
      detail: { case: of.caseId, codes: [...new Set(left)], count: left.length },
    });
}

const wholeOf = ({ answers, fresh }: Proposal): Answers => ({ ...fresh, ...answers });

/** Rows the names lead to, locked: those in force, and where one was merged, what it was merged into. */
async function rowsNamed(
  app: App,
  query: Query,
  office: string,
  kind: RegisterKind,
  named: readonly Named[],
): Promise<ReadonlyMap<string, FoundRow | 'retired'>> {
  const rows = new Map<string, FoundRow | 'retired'>();
  const open = (data: Parameters<typeof openRowData>[2]) => openRowData(office, kind, data, app.keys);
  for (const data of await lockNamed(
    query,
    office,
    kind,
    named.flatMap(({ names }) => names),
  )) {
    const row = open(data);
    for (const name of uniqueKeys(kind, row.row.answers, app.keys)) rows.set(name, row);
  }
  const missing = named.filter(({ names }) => !names.some((name) => rows.has(name)));
  const digests = missing.flatMap(({ answers }) => digestsOf(app, kind, answers));
  if (digests.length === 0) return rows;
  const gone = await query<{ id: string }>(
    `select id from kept_row where office = $1 and register = $2 and retired_at is not null and keys && $3::text[]`,
    [office, kind.code, digests],
  );
  for (const data of await lockRows(
    query,
    office,
    gone.map(({ id }) => id),
    false,
  )) {
    const { row } = open(data);
    const into = row.mergedInto && (await lockRows(query, office, [row.mergedInto.id]))[0];
    const end = into && into.register === kind.code ? open(into) : undefined;
    for (const name of uniqueKeys(kind, row.answers, app.keys))
      if (!rows.has(name)) rows.set(name, end && !end.row.retired ? end : 'retired');
  }
  return rows;
}

const digestsOf = (app: App, kind: RegisterKind, answers: Answers): readonly string[] =>
  numbersOf(kind, Object.fromEntries((kind.unique ?? []).map((key) => [key, answers[key]]))).flatMap(
    (number) => lookupDigests(number, app.keys),
  );

function decideAll(
  { at, doer, of, home }: CaseActing,
  book: OfficeConfig,
  kind: RegisterKind,
  named: readonly Named[],
  rows: ReadonlyMap<string, FoundRow | 'retired'>,
  known: Awaited<ReturnType<typeof pickFacts>>,
): { readonly changes: readonly RowChange[]; readonly left: readonly string[] } {
  const orgs = book.orgs.map(({ id }) => id);
  const origin = { by: 'case' as const, ...of };
  const changes: RowChange[] = [];
  const left: string[] = [];
  const done = new Set<string>();
  for (const order of named) {
    const found = order.names.map((name) => rows.get(name)).find((row) => row !== undefined);
    const self = found && found !== 'retired' ? found.row.id : order.names.join();
    // One thing is named once, however often a case names it.
    if (found === 'retired' || done.has(self)) continue;
    done.add(self);
    const id = found ? found.row.id : newId(at.getTime());
    const decided = decideRow(
      kind,
      id,
      found?.row ?? null,
      found
        ? { act: 'propose', answers: order.answers, origin }
        : { act: 'enter', answers: wholeOf(order), origin },
      {
        ...judgedBy(book, kind, dayInShanghai(at.toISOString()), {
          pick: known.pick,
          lookup: known.lookupIn(wholeOf(order)),
        }),
        now: at.toISOString(),
        actor: { ...doer, grants: [], standsInFor: [] },
        reach: { all: true, seen: orgs, kept: orgs, clearance: 'sensitive', cleared: {} },
        tree: book.tree,
        forCase: of,
        home,
        alike: [],
        above: [],
      },
    );
    if (decided.ok) changes.push({ kind, id, before: found ?? null, events: decided.value.events });
    else left.push(...decided.problems.map(({ code }) => code));
  }
  return { changes, left };
}
