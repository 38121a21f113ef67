import { isDay } from '@zhitongche/base';
import { type App, isErased, SealBroken } from '@zhitongche/core/server';
import { contributed, openAnyCase, type OpenedCase } from '@zhitongche/case/server';
import { openRow, type RegisterData } from '@zhitongche/register/server';
import { differs, type Walked } from './verify-states.ts';

type Row = RegisterData & { readonly updated_at: Date };

const PAGE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Opens every register row, and compares those of settled cases with what the case contributes. */
export async function verifyRegisters(app: App, office: string): Promise<Walked> {
  const broken: string[] = [];
  let checked = 0;
  const [calendar] = await app.db.query<{ at: Date | null }>(
    "select max(at) as at from audit where office = $1 and action = 'calendar.set'",
    [office],
  );
  for (let after = FIRST; ; ) {
    const cases = await app.db.query<{ id: string; closed: boolean; moved: Date; waits: boolean }>(
      `select f.id, f.status in ('completed', 'refused', 'cancelled') as closed, f.updated_at as moved,
         exists (select 1 from outbox o where o.office = f.office and o.case_id = f.id and o.kind in ('register', 'register-anew')) as waits
       from case_file f where f.office = $1 and f.id > $2 order by f.id limit ${PAGE}`,
      [office, after],
    );
    const rows = await rowsOf(
      app,
      office,
      cases.map(({ id }) => id),
    );
    for (const { id, closed, moved, waits } of cases) {
      after = id;
      const own = rows.get(id) ?? [];
      checked += own.length;
      // Rows are written at certain steps only: of a case that went on since, they tell an earlier state.
      const settled = !waits && (closed || own.some((row) => row.updated_at >= moved));
      try {
        for (const row of own) openRow(office, row, app.keys);
        const opened = settled ? await openAnyCase(app, office, id, { person: id, key: '' }) : null;
        if (opened && isErased(opened.loaded.salt)) broken.push(...leftIn(opened, own));
        else if (opened) broken.push(...(await faultsOf(app, office, opened, own, calendar?.at ?? null)));
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        broken.push(`办件 ${id} 或其台账中有密封的内容无法打开：${error.message}`);
      }
    }
    if (cases.length < PAGE) break;
  }
  const strays = await app.db.query<{ register: string; id: string }>(
    `select r.register, r.id from register_row r where r.office = $1
       and not exists (select 1 from case_file f where f.office = r.office and f.id = r.case_id) limit 100`,
    [office],
  );
  broken.push(...strays.map(({ register, id }) => `台账 ${register} 的一行（${id}）不属于任何办件`));
  return { checked, broken };
}

/** Of an erased case no row may hold anything sealed; what else it says can no longer be derived. */
const leftIn = ({ loaded }: OpenedCase, stored: readonly Row[]): readonly string[] =>
  stored
    .filter((row) => row.data.$sealed !== undefined)
    .map(
      (row) =>
        `办件 ${loaded.number ?? loaded.id} 的个人信息已删除，台账 ${row.register} 的一行（${row.id}）却还有`,
    );

async function faultsOf(
  app: App,
  office: string,
  opened: OpenedCase,
  stored: readonly Row[],
  calendarAt: Date | null,
): Promise<readonly string[]> {
  const name = `办件 ${opened.loaded.number ?? opened.loaded.id}`;
  return (await app.services.registersOf(opened.service)).flatMap((def) => {
    const mine = stored.filter((row) => row.register === def.key);
    const expected = new Map(contributed(def, opened).map(({ id, ...values }) => [id, values]));
    const missing = [...expected.keys()].filter((id) => !mine.some((row) => row.id === id));
    return [
      ...missing.map((id) => `台账“${def.title}”缺少${name}的一行（${id}）`),
      ...mine.flatMap((row) => {
        const values = expected.get(row.id);
        if (!values) return [`台账“${def.title}”的一行（${row.id}）不是${name}应有的`];
        const is = openRow(office, row, app.keys);
        const at = differs(JSON.parse(JSON.stringify(values)), is, '');
        if (at === null || movedByCalendar(is, at, row, calendarAt)) return [];
        return [`台账“${def.title}”的一行（${row.id}）与${name}推算的不同，在 ${at}`];
      }),
    ];
  });
}

/** A deadline written before the calendar was last changed may honestly differ from what it would be now. */
const movedByCalendar = (
  is: Readonly<Record<string, unknown>>,
  at: string,
  row: Row,
  calendarAt: Date | null,
): boolean => {
  const value = is[at.slice(1)];
  return typeof value === 'string' && isDay(value) && calendarAt !== null && row.updated_at < calendarAt;
};

async function rowsOf(app: App, office: string, ids: readonly string[]): Promise<ReadonlyMap<string, Row[]>> {
  const rows = await app.db.query<Row>(
    `select register, id, case_id, unit, data, updated_at from register_row
     where office = $1 and case_id = any($2::uuid[]) order by register, id`,
    [office, ids],
  );
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.case_id, [...(found.get(row.case_id) ?? []), row]);
  return found;
}
