import { dayInShanghai } from '@zhitongche/base';
import { SYSTEM_DOER } from '@zhitongche/case';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { decideRow, type KeptRow, type RegisterKind } from '@zhitongche/register';
import type { Answers } from '@zhitongche/form';
import { pickFacts } from './picks.ts';
import { type FoundRow, lockRows, openRowData } from './read-row.ts';
import { judgedBy, rowWriting } from './row-writing.ts';
import { tellPeople } from './tell-people.ts';
import { writeKept } from './write-kept.ts';
import type { RowWriting } from './write-rows.ts';

/** What the program itself asks of a row. */
export interface SystemAct {
  readonly app: App;
  readonly query: Query;
  readonly book: OfficeConfig;
  readonly kind: RegisterKind;
  readonly id: string;
  readonly before: FoundRow | null;
  readonly command: Parameters<typeof decideRow>[3];
  /** Where a row belongs that names no organisation. */
  readonly home?: string;
}

/** What an act of the program comes to, by the rules of the register as they bind everybody. */
export async function decideAsSystem({ app, query, book, kind, id, before, command, home }: SystemAct) {
  const now = app.clock();
  const orgs = book.orgs.map((org) => org.id);
  const given = 'answers' in command ? [command.answers] : [];
  const known = await pickFacts(app, query, book, () => true, kind.form, given);
  return decideRow(kind, id, before?.row ?? null, command, {
    ...judgedBy(book, kind, dayInShanghai(now.toISOString()), known),
    now: now.toISOString(),
    actor: { ...SYSTEM_DOER, grants: [], standsInFor: [] },
    reach: { all: true, seen: orgs, kept: orgs, clearance: 'sensitive', cleared: {} },
    tree: book.tree,
    home: home ?? book.root.id,
    along: true,
    alike: [],
    above: [],
  });
}

/** Moves a row as the program, in the caller's transaction; false where the register does not let it move so. */
export async function moveAsSystem(
  app: App,
  query: Query,
  office: string,
  { register, id, move }: { readonly register: string; readonly id: string; readonly move: string },
): Promise<boolean> {
  const kind = app.registers.find(({ code }) => code === register);
  const [data] = kind ? await lockRows(query, office, [id]) : [];
  if (!kind || !data) return false;
  const book = await app.offices.get(office);
  const before = openRowData(office, kind, data, app.keys);
  const command = { act: 'move', move } as const;
  const made = await decideAsSystem({ app, query, book, kind, id, before, command });
  if (!made.ok) return false;
  await writeKept(
    app,
    query,
    [{ kind, id, before, events: made.value.events }],
    rowWriting(app, book, { at: app.clock(), doer: SYSTEM_DOER, source: '', action: 'register.move' }),
  );
  return true;
}

/** Takes an act as the program and writes it down, in the caller's transaction; what the register refuses is a bug and throws. */
export async function keepAsSystem(
  asked: SystemAct & { readonly detail?: RowWriting['detail'] },
): Promise<KeptRow> {
  const { app, query, book, kind, id, before, command, detail } = asked;
  const made = await decideAsSystem(asked);
  if (!made.ok) throw new Error(`${kind.code} refuses: ${made.problems.map(({ code }) => code).join()}`);
  const by = rowWriting(app, book, {
    at: app.clock(),
    doer: SYSTEM_DOER,
    source: '',
    action: `register.${command.act}`,
    ...(detail ? { detail } : {}),
  });
  await writeKept(app, query, [{ kind, id, before, events: made.value.events }], by);
  return made.value.row;
}

/** Enters a row somebody outside caused, in the caller's transaction, and tells its keepers. */
export async function enterAsSystem(
  app: App,
  query: Query,
  asked: {
    readonly office: string;
    readonly register: string;
    readonly answers: Answers;
    readonly said: string;
  },
): Promise<KeptRow> {
  const kind = app.registers.find(({ code }) => code === asked.register);
  if (!kind) throw new Error(`There is no register ${asked.register}`);
  const book = await app.offices.get(asked.office);
  const now = app.clock();
  const command = { act: 'enter', answers: asked.answers } as const;
  const id = newId(now.getTime());
  const row = await keepAsSystem({ app, query, book, kind, id, before: null, command });
  await tellPeople({ app, query, book, now }, kind, row, {
    keepers: 'nearest',
    roles: [],
    texts: [asked.said],
  });
  return row;
}
