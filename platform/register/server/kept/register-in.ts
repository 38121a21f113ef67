import { dayInShanghai } from '@zhitongche/base';
import { type App, notFound, NotYours, type OfficeActor, type OfficeConfig } from '@zhitongche/core/server';
import {
  mayOpenRegister,
  type RegisterKind,
  type RegisterReach,
  registerReach,
  seesRow,
} from '@zhitongche/register';
import type { PolicyReader } from '@zhitongche/office';
import { type FoundRow, openRowData, readRowData } from './read-row.ts';

/** A register as one actor has it before him. */
export interface OpenRegister {
  readonly kind: RegisterKind;
  readonly reach: RegisterReach;
  readonly book: OfficeConfig;
  readonly policy: PolicyReader;
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
  readonly now: Date;
  /** Office or city office the actor works for: where a row belongs that names no organisation. */
  readonly home: string;
}

/** Figures a register reads, in force on a day. */
export const registerPolicy = (book: OfficeConfig, kind: RegisterKind, day: string): PolicyReader =>
  book.policy({ code: `register/${kind.code}`, version: 1, policies: kind.policies }, book.root.id, day);

/** Opens a register for an actor; one that is not his, or not there, is the same to him. */
export async function registerIn(app: App, actor: OfficeActor, code: string): Promise<OpenRegister> {
  const kind = app.registers.find((one) => one.code === code);
  const book = await app.offices.get(actor.office);
  const reach = kind && reachOf(book, kind, actor);
  if (!kind || !reach) throw unknownRegister();
  if (!mayOpenRegister(reach)) throw new NotYours(`register:${code}`, unknownRegister());
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  return {
    kind,
    reach,
    book,
    policy: registerPolicy(book, kind, today),
    today,
    now,
    home: homeOf(book, actor),
  };
}

/** What an actor sees and keeps of a register. */
export const reachOf = (book: OfficeConfig, kind: RegisterKind, actor: OfficeActor): RegisterReach =>
  registerReach(
    kind,
    actor,
    book.tree,
    book.orgs.map(({ id }) => id),
  );

/** The register does not exist, or not for this reader. */
export const unknownRegister = () =>
  notFound('register.unknown', '没有这个台账。', 'There is no such register.');

/** The row does not exist. */
export const unknownRow = () => notFound('row.unknown', '没有这一条。', 'There is no such row.');

/** The row exists, and not for this reader. */
export const foreignRow = (id: string) => new NotYours(`row:${id}`, unknownRow());

/** A row of an open register as its reader may have it; anything else is told as not there. */
export async function seenRow(
  app: App,
  actor: OfficeActor,
  { kind, reach }: OpenRegister,
  id: string,
): Promise<FoundRow> {
  const data = await readRowData(app.db.query, actor.office, kind.code, id);
  if (!data) throw unknownRow();
  if (!seesRow(reach, data.org)) throw foreignRow(id);
  return openRowData(actor.office, kind, data, app.keys);
}

function homeOf({ tree, root }: OfficeConfig, actor: OfficeActor): string {
  const own = tree.get(actor.org);
  if (own?.kind === 'division') return own.parent ?? root.id;
  return own?.id ?? root.id;
}
