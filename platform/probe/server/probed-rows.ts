import type { App, OfficeConfig } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { Probe } from '@zhitongche/probe';
import { dayInShanghai } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { KeptRow, RegisterKind } from '@zhitongche/register';
import { keepAsSystem, lockRows, openRowData, registerPolicy } from '@zhitongche/register/server';
import type { PolicyReader } from '@zhitongche/office';

/** A probe in one office, with the registers it needs and its figures in force. */
export interface ProbeHere {
  readonly app: App;
  readonly book: OfficeConfig;
  readonly probe: Probe;
  readonly asked: RegisterKind;
  readonly outages: RegisterKind;
  readonly months: RegisterKind;
  readonly policy: PolicyReader;
  readonly now: Date;
}

/** What an office is asked for by the probes of the catalogue; one whose registers are not there asks nothing. */
export async function probesHere(app: App, office: string): Promise<readonly ProbeHere[]> {
  const book = await app.offices.get(office);
  const now = app.clock();
  const kindOf = (code: string) => app.registers.find((one) => one.code === code);
  return app.probes.flatMap((probe) => {
    const [asked, outages, months] = [probe, probe.outages, probe.months].map(({ register }) =>
      kindOf(register),
    );
    if (!asked || !outages || !months) return [];
    const policy = registerPolicy(book, asked, dayInShanghai(now.toISOString()));
    return [{ app, book, probe, asked, outages, months, policy, now }];
  });
}

/** Enters a row as the program, in the caller's transaction, where the thing it is about belongs. */
export const enterRow = (
  { app, book, now, probe }: ProbeHere,
  query: Query,
  kind: RegisterKind,
  { id, answers, home }: { readonly id: string; readonly answers: Answers; readonly home: string },
): Promise<KeptRow> =>
  keepAsSystem({
    app: { ...app, clock: () => now },
    query,
    book,
    kind,
    id,
    before: null,
    command: { act: 'enter', answers },
    home,
    detail: { probe: probe.code },
  });

/** Takes a move of a row as the program, in the caller's transaction; one that is gone, or stands elsewhere, is left alone. */
export async function moveRow(
  { app, book, now, probe }: ProbeHere,
  query: Query,
  kind: RegisterKind,
  { id, move, data }: { readonly id: string; readonly move: string; readonly data: Answers },
): Promise<void> {
  const [found] = await lockRows(query, book.office, [id]);
  if (!found || found.state.retired) return;
  const before = openRowData(book.office, kind, found, app.keys);
  const open = kind.stages?.moves.some(({ key, from }) => key === move && from.includes(before.row.stage));
  if (!open) return;
  await keepAsSystem({
    app: { ...app, clock: () => now },
    query,
    book,
    kind,
    id,
    before,
    command: { act: 'move', move, data },
    detail: { probe: probe.code },
  });
}
