import type { App, OfficeActor } from '@zhitongche/core/server';
import type { SheetLine } from '@zhitongche/file/server';
import type { Answers } from '@zhitongche/form';
import { eachInTurn } from '@zhitongche/host';
import { keepsRow, type RegisterKind } from '@zhitongche/register';
import { openRows } from './open-rows.ts';
import { rowsAlike } from './alike.ts';
import type { ReadLine } from './import-plan.ts';
import { reachOf } from './register-in.ts';
import { uniqueKey, uniqueKeys } from './row-columns.ts';

/** Lines of a list as another system prints them, read as answers of the register, with what was learnt of such lines before. */
export async function readLines(
  app: App,
  actor: OfficeActor,
  kind: RegisterKind,
  lines: readonly SheetLine[],
): Promise<readonly ReadLine[]> {
  const { imported } = kind;
  if (!imported) return lines;
  const known = await learntOf(app, actor, kind, lines);
  return await eachInTurn(lines, (line): ReadLine => {
    const learnt = known(line.answers);
    return {
      ...line,
      answers: imported.read(line.answers, undefined),
      ...(learnt ? { fresh: imported.read(line.answers, learnt) } : {}),
    };
  });
}

/** What is known of a line, by the row of the other register it leads to. */
async function learntOf(
  app: App,
  actor: OfficeActor,
  { imported }: RegisterKind,
  lines: readonly SheetLine[],
): Promise<(line: Answers) => Answers | undefined> {
  const learnt = imported?.learnt;
  const other = learnt && app.registers.find(({ code }) => code === learnt.register);
  if (!learnt || !other) return () => undefined;
  // Nobody learns from what another office decided.
  const reach = reachOf(await app.offices.get(actor.office), other, actor);
  const keysOf = (line: Answers): readonly string[] => {
    const find = learnt.find(line);
    return find ? uniqueKeys(other, find, app.keys) : [];
  };
  const unique = [...new Set(lines.flatMap(({ answers }) => keysOf(answers)))];
  const found = await rowsAlike(app.db.query, actor.office, other.code, { unique, near: [] });
  const rows = await openRows(
    app,
    app.db.query,
    actor.office,
    found.filter(({ org }) => keepsRow(reach, org)).map(({ id }) => id),
  );
  const byKey = new Map(
    rows.map(({ row }) => [uniqueKey(other, row.answers, app.keys) ?? '', row.answers] as const),
  );
  return (line) => {
    const key = keysOf(line).find((one) => byKey.has(one));
    return key === undefined ? undefined : byKey.get(key);
  };
}
