import { SYSTEM_DOER } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { toldAdoption, NOTHING_TOLD, type ToldUpTo, toldRows, writeAudit } from '@zhitongche/audit/server';
import { type Query, newId } from '@zhitongche/host';
import { compareTold } from './verify-told.ts';
import { verifySettings } from './verify-settings.ts';

/** What the audit's lines about these looks are on. */
const OBJECT = 'rows';
/** Sentences kept in the audit and shown. */
const SHOWN = 20;
/** Findings of which is remembered that they were told; beyond them a look tells again rather than nothing. */
const REMEMBERED = 5000;

/** A finding as the audit remembers it was told. */
const codeOf = (sentence: string): string => sm3Hex(sentence).slice(0, 12);

/** What the newest look that found something new has found. */
export interface RowAlarm {
  readonly at: Date;
  readonly found: readonly string[];
}

/** The newest line about a look, with the code of everything it found. */
type Line = RowAlarm & { readonly codes: readonly string[] };

/** What the last look found; null = nothing, or nobody has looked yet. */
export async function rowAlarm(query: Query, office: string): Promise<RowAlarm | null> {
  const newest = await newestLine(query, office);
  return newest && newest.found.length > 0 ? newest : null;
}

/**
 * Compares, again and again, every row that decides (rights, accounts, arrangements, figures, what the office set) with what
 * the audit said of it last, and tells the three administrators of what it finds, once. The audit is read on from where the
 * last look ended. Papers are left to `verify`: they are many, and none decides who may do what.
 */
export function makeRowWatch(): (app: App, office: string) => Promise<number> {
  const known = new Map<string, ToldUpTo>();
  return async (app, office) => {
    await app.db.tx(async (query) => {
      const [turn] = await query<{ mine: boolean }>(
        "select pg_try_advisory_xact_lock(hashtext('watch-rows'), hashtext($1)) as mine",
        [office],
      );
      if (!turn?.mine || (await toldAdoption(app.keys, query, office)).open) return;
      const look = async (): Promise<readonly string[]> => {
        const told = await toldRows(app.keys, query, office, known.get(office) ?? NOTHING_TOLD, false);
        known.set(office, told);
        const rows = await compareTold(query, office, told, { open: false, papers: false });
        return [...rows.broken, ...(await verifySettings(app, office)).broken];
      };
      // A row written between the two readings of one look is told by the second: what both find is so.
      const first = await look();
      const found = first.length === 0 ? [] : intersection(first, await look());
      await tellAlarm(app, query, office, found);
    });
    return 0;
  };
}

const intersection = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((sentence) => other.includes(sentence));

async function newestLine(query: Query, office: string): Promise<Line | null> {
  const [newest] = await query<{ at: Date; found: string[]; codes: string[] | null }>(
    `select at, detail->'found' as found, detail->'codes' as codes from audit where office = $1 and object = '${OBJECT}' order by xid desc, id desc limit 1`,
    [office],
  );
  return newest ? { ...newest, codes: newest.codes ?? newest.found.map(codeOf) } : null;
}

/** Writes down what is found when it is not what was found last, and tells the administrators. */
async function tellAlarm(app: App, query: Query, office: string, all: readonly string[]): Promise<void> {
  const found = all.slice(0, SHOWN);
  const codes = all.map(codeOf).slice(0, REMEMBERED);
  const before = (await newestLine(query, office))?.codes ?? [];
  if (JSON.stringify(codes) === JSON.stringify(before)) return;
  const at = app.clock();
  await writeAudit(query, {
    office,
    at,
    actor: { id: null, name: SYSTEM_DOER.name },
    action: found.length > 0 ? 'rows.broken' : 'rows.sound',
    object: OBJECT,
    result: 'ok',
    source: '',
    detail: { found: [...found], codes: [...codes] },
  });
  const known = new Set(before);
  const fresh = all.filter((sentence) => !known.has(codeOf(sentence)));
  if (fresh.length === 0) return;
  app.log.error(
    { office, found: fresh.slice(0, SHOWN), of: fresh.length },
    'rows that decide are not as the audit knows them',
  );
  const persons = await query<{ person: string }>(
    `select distinct g.person from role_grant g join person p on p.office = g.office and p.id = g.person
     where g.office = $1 and g.role like '%-admin' and g.status = 'active' and p.status = 'active'`,
    [office],
  );
  const text = `有 ${fresh.length} 处登记与审计所记不同，可能在系统之外被改动：${fresh.slice(0, SHOWN).join('；')}${fresh.length > SHOWN ? '等' : ''}。请立即核查，并由运维人员运行 npm run verify。`;
  await query(
    `insert into notice (office, person, id, at, text, kind)
     select $1, n.person, n.id, $2, $3, 'account' from unnest($4::uuid[], $5::uuid[]) as n(person, id)`,
    [office, at, text, persons.map(({ person }) => person), persons.map(() => newId(at.getTime()))],
  );
}
