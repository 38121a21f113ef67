import { blocking, dayInChinese, dayInShanghai } from '@zhitongche/base';
import type { API, BodyOf, MoneyDay } from '@zhitongche/contract';
import { canonicalJson } from '@zhitongche/case';
import { BOOKING } from '@zhitongche/case/server';
import { record, tellRow } from '@zhitongche/audit/server';
import {
  type App,
  idempotent,
  type OfficeActor,
  ProblemError,
  unsound,
  type WriteRequest,
} from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import type { Query } from '@zhitongche/host';
import { type Amount, type Booked, channelOf, type Compared, reconcile, type Told } from '@zhitongche/money';
import { dayMac } from './day-mac.ts';
import { demandBooks } from './ledger.ts';

type Content = Pick<MoneyDay, 'day' | 'channels'>;

/** What a day comes to: receipts and refunds, lines told, and those of other days by the same numbers. */
export async function comparedOn(
  query: Query,
  office: string,
  day: string,
  counted: Amount | null,
): Promise<readonly Compared[]> {
  const booked = await query<{
    reference: string | null;
    kind: string;
    way: string | null;
    amount: string;
    booked: string;
    number: string | null;
    title: string;
  }>(
    `select l.reference, l.kind, l.way, l.amount, l.booked, f.number, f.title
     from money_line l join case_file f on f.office = l.office and f.id = l.case_id
     where l.office = $1 and l.booked is not null and (l.booked = $2 or l.reference in
       (select s.reference from money_sheet_line s where s.office = $1 and s.booked = $2))
     order by l.booked, f.number, l.case_id, l.id`,
    [office, day],
  );
  const told = await query<{
    reference: string;
    source: 'bank' | 'port';
    amount: string;
    booked: string;
    memo: string;
  }>(
    `select s.reference, s.source, s.amount, s.booked, s.memo from money_sheet_line s
     where s.office = $1 and (s.booked = $2 or s.reference in
       (select l.reference from money_line l where l.office = $1 and l.booked = $2))
     order by s.booked, s.source, s.reference, s.amount`,
    [office, day],
  );
  return reconcile(
    day,
    booked.map(
      (row): Booked => ({
        reference: row.reference ?? '',
        channel: channelOf(row.way),
        amount: row.kind === 'refund' ? `-${row.amount}` : row.amount,
        day: row.booked,
        what: `${row.number ?? ''} ${row.title}`.trim(),
      }),
    ),
    told.map(
      (row): Told => ({
        reference: row.reference,
        channel: row.source,
        amount: row.amount,
        day: row.booked,
        memo: row.memo,
      }),
    ),
    counted,
  );
}

const contentOf = (day: string, channels: readonly Compared[]): Content => ({
  day,
  channels: channels.map((one) => ({ ...one, differences: one.differences.map((found) => ({ ...found })) })),
});

const digestOf = (content: Content): string => sm3Hex(canonicalJson(content));

interface Closed {
  readonly content: Content;
  readonly digest: string;
  readonly note: string;
  readonly name: string;
  readonly at: Date;
}

/** A day of the books: as it was closed, or as it stands. */
export async function moneyDay(
  app: App,
  actor: OfficeActor,
  day: string,
  counted: Amount | undefined,
): Promise<MoneyDay> {
  await demandBooks(app, actor);
  const { office } = actor;
  const [closed] = await app.db.query<Closed>(
    'select content, digest, note, name, at from money_day where office = $1 and day = $2',
    [office, day],
  );
  const sheets = await app.db.query<{ source: string; name: string; lines: number; at: Date }>(
    `select s.source, s.name, s.lines, s.at from money_sheet s where s.office = $1 and exists
       (select from money_sheet_line l where l.office = s.office and l.digest = s.digest and l.booked = $2)
     order by s.at`,
    [office, day],
  );
  const content =
    closed?.content ?? contentOf(day, await comparedOn(app.db.query, office, day, counted ?? null));
  const today = dayInShanghai(app.clock().toISOString());
  return {
    ...content,
    sheets: sheets.map(({ at, ...sheet }) => ({ ...sheet, at: at.toISOString() })),
    holds: closed ? null : await heldBy(app.db.query, office, day, today),
    digest: closed?.digest ?? digestOf(content),
    closed: closed ? { name: closed.name, at: closed.at.toISOString(), note: closed.note } : null,
  };
}

/** Why a day cannot be closed: it is still to come, or one before it is open. */
async function heldBy(query: Query, office: string, day: string, today: string): Promise<string | null> {
  if (day > today) return '这一天还没有到。';
  const [before] = await query<{ day: string | null }>(
    `select min(d.day) as day from (
       select booked as day from money_line where office = $1 and booked < $2
       union select booked from money_sheet_line where office = $1 and booked < $2) d
     where not exists (select from money_day m where m.office = $1 and m.day = d.day)`,
    [office, day],
  );
  return before?.day ? `请先日结${dayInChinese(before.day)}。` : null;
}

/** Days with money on them, newest first. */
export async function moneyDays(app: App, actor: OfficeActor) {
  await demandBooks(app, actor);
  return await app.db.query<{ day: string; receipts: string; told: string; closed: boolean }>(
    `select d.day, sum(d.receipts)::numeric(14,2) as receipts, sum(d.told)::numeric(14,2) as told,
       exists (select from money_day m where m.office = $1 and m.day = d.day) as closed
     from (
       select booked as day, case when kind = 'refund' then -amount else amount end as receipts, 0.00 as told
         from money_line where office = $1 and booked is not null
       union all select booked, 0.00, amount from money_sheet_line where office = $1) d
     group by d.day order by d.day desc limit 200`,
    [actor.office],
  );
}

/**
 * Closes a day for good, in the name of whoever looked at just this: its content and digest are coded and told in the sealed
 * audit. What becomes known afterwards is entered on the next day.
 * @throws ProblemError: `money.day-closed`, `money.day-held`, `money.day-changed`, `money.day-note`.
 */
export async function closeMoneyDay(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  day: string,
  { counted, note, seen }: BodyOf<(typeof API)['closeMoneyDay']>,
): Promise<{ digest: string }> {
  await demandBooks(app, actor);
  const { office } = actor;
  return await idempotent(app, actor, asked, async (query) => {
    await query(`select pg_advisory_xact_lock(${BOOKING})`, [office]);
    const [known] = await query('select day from money_day where office = $1 and day >= $2', [office, day]);
    if (known)
      throw new ProblemError(
        409,
        'money.day-closed',
        '这一天已经日结，不再变动；过后的更正记在下一个未结的日子。',
        'The day is closed; later corrections belong to the next open one.',
      );
    const held = await heldBy(query, office, day, dayInShanghai(app.clock().toISOString()));
    if (held)
      throw new ProblemError(409, 'money.day-held', `现在不能日结：${held}`, 'The day cannot be closed now.');
    const content = contentOf(day, await comparedOn(query, office, day, counted ?? null));
    const digest = digestOf(content);
    if (digest !== seen)
      throw new ProblemError(
        409,
        'money.day-changed',
        '对账内容在您查看之后有变化，请再看一遍后签署。',
        'The day has changed since you looked at it.',
      );
    if (content.channels.some(({ differences }) => differences.length > 0) && note.trim() === '')
      throw unsound(
        [
          blocking(
            'money.day-note',
            ['note'],
            '有差异，请写明原因和处理',
            'Say what the differences come from',
            {
              todo: '逐笔写明差异从何而来、怎样处理',
            },
          ),
        ],
        'money.day-note',
        '有差异，请写明原因和处理。',
      );
    const at = app.clock();
    const row = {
      office,
      day,
      digest,
      note: note.trim(),
      person: actor.id,
      name: actor.name,
      at: at.toISOString(),
    };
    const mac = dayMac(app.keys, row);
    await query(
      `insert into money_day (office, day, content, digest, note, person, name, at, mac)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [office, day, JSON.stringify(content), digest, row.note, actor.id, actor.name, at, mac],
    );
    await tellRow(app.keys, query, office, 'money_day', [day], mac);
    await record(query, actor, at, 'money.close-day', `money:${day}`, { digest });
    return { digest };
  });
}
