import { dayInShanghai } from '@zhitongche/base';
import type { API, MoneyLine, QueryOf } from '@zhitongche/contract';
import {
  type App,
  forbidden,
  type OfficeActor,
  pageOf,
  ProblemError,
  readCursor,
} from '@zhitongche/core/server';
import { filePolicy, listWorkbook } from '@zhitongche/file/server';
import { ownServices, scopeOf } from '@zhitongche/case';
import { record } from '@zhitongche/audit/server';
import { KIND_WORDS, STATUS_WORDS, WAYS, type Way } from '@zhitongche/money';

type Asked = QueryOf<(typeof API)['moneyLines']>;

interface Row {
  readonly case_id: string;
  readonly id: string;
  readonly kind: string;
  readonly day: string | null;
  readonly sorted: string;
  readonly status: string;
  readonly amount: string;
  readonly way: string | null;
  readonly reference: string | null;
  readonly service: string;
  readonly unit: string;
  readonly number: string | null;
  readonly title: string;
}

/** Whether the actor looks after the money of the whole office: a finance officer of it or of one of its divisions. */
export async function keepsBooks(app: App, actor: OfficeActor): Promise<boolean> {
  const { tree } = await app.offices.get(actor.office);
  return actor.grants.some(
    ({ role, org }) =>
      role === 'finance-officer' && ['office', 'division'].includes(tree.get(org)?.kind ?? ''),
  );
}

/** Refuses everybody who does not. */
export async function demandBooks(app: App, actor: OfficeActor): Promise<void> {
  if (!(await keepsBooks(app, actor))) throw forbidden();
}

/** Lines of the ledger as the actor may see them: whoever keeps the books all, everybody else the unit's or the own. */
export async function moneyLines(app: App, actor: OfficeActor, asked: Asked) {
  const book = await app.offices.get(actor.office);
  const all = await keepsBooks(app, actor);
  const { units, persons } = scopeOf(actor, book.tree);
  const { limit = 50 } = asked;
  const after = readCursor(asked.cursor, 3);
  const rows = await app.db.query<Row>(
    `select l.case_id, l.id, l.kind, l.day, coalesce(l.day, date '9999-12-31') as sorted, l.status, l.amount, l.way,
       l.reference, l.service, l.unit, f.number, f.title
     from money_line l join case_file f on f.office = l.office and f.id = l.case_id
     where l.office = $1 and ($2 or (l.unit = any($3::uuid[]) and l.service <> all($14::text[])
           and (l.unit <> $15::uuid or l.service <> all($16::text[]))) or l.applicant = any($4::uuid[]))
       and ($5::text is null or l.kind = $5) and ($6::text is null or l.status = $6)
       and ($7::text is null or l.service = $7) and ($8::date is null or l.day >= $8) and ($9::date is null or l.day <= $9)
       and ($10::date is null or (coalesce(l.day, date '9999-12-31'), l.case_id, l.id) < ($10, $11::uuid, $12::text))
     order by coalesce(l.day, date '9999-12-31') desc, l.case_id desc, l.id desc limit $13`,
    [
      actor.office,
      all,
      units,
      persons,
      asked.kind ?? null,
      asked.status ?? null,
      asked.service ?? null,
      asked.from ?? null,
      asked.until ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      limit + 1,
      ownServices(app.services.all, 'anywhere'),
      book.root.id,
      ownServices(app.services.all, 'office'),
    ],
  );
  return pageOf(
    rows,
    limit,
    (row) => [row.sorted, row.case_id, row.id],
    (row): MoneyLine => ({
      caseId: row.case_id,
      id: row.id,
      kind: row.kind,
      number: row.number ?? '',
      serviceName: app.services.card(row.service)?.name ?? row.service,
      title: row.title,
      unit: book.orgName(row.unit),
      day: row.day,
      status: row.status,
      amount: row.amount,
      way: row.way,
      reference: row.reference,
    }),
  );
}

const HEADS = ['日期', '类别', '状态', '金额（元）', '方式', '流水号', '办件编号', '事项', '名称', '单位'];

/**
 * The ledger as a spreadsheet that says who took it; the taking is on record.
 * @throws ProblemError: `export.too-many`.
 */
export async function moneyExport(
  app: App,
  actor: OfficeActor,
  asked: Omit<Asked, 'cursor' | 'limit'>,
): Promise<{ bytes: Uint8Array; name: string }> {
  await demandBooks(app, actor);
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const book = await app.offices.get(actor.office);
  const most = filePolicy(book.policyRows, today).exportRows;
  const rows: MoneyLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await moneyLines(app, actor, { ...asked, limit: 200, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.next ?? undefined;
    if (rows.length > most)
      throw new ProblemError(
        422,
        'export.too-many',
        `一次最多导出 ${most} 行，请先用条件缩小范围。`,
        `At most ${most} rows at a time; narrow the list first.`,
      );
  } while (cursor !== undefined);
  const bytes = await listWorkbook({
    title: '收费台账',
    heads: HEADS,
    rows: rows.map((row) => [
      row.day ?? '',
      KIND_WORDS[row.kind as keyof typeof KIND_WORDS] ?? row.kind,
      STATUS_WORDS[row.status as keyof typeof STATUS_WORDS] ?? row.status,
      // As text: a number would be a floating-point one.
      row.amount,
      row.way === null ? '' : WAYS[row.way as Way],
      row.reference ?? '',
      row.number,
      row.serviceName,
      row.title,
      row.unit,
    ]),
    watermark: `${book.orgName(actor.org)} ${actor.name} 于 ${today} 导出，共 ${rows.length} 行`,
  });
  await record(app.db.query, actor, now, 'money.export', 'money:lines', { rows: rows.length });
  return { bytes, name: `收费台账-${today}.xlsx` };
}
