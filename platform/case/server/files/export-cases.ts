import type { API, CaseRow, QueryOf } from '@zhitongche/contract';
import { dayInShanghai } from '@zhitongche/base';
import { rowStatusWords } from '@zhitongche/case';
import { type OfficeActor, type App, ProblemError } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { inbox } from '../query/case-lists.ts';
import { filePolicy, type ListCell, listWorkbook } from '@zhitongche/file/server';

const TABS = { todo: '待办', done: '已办', copied: '抄送', watch: '关注', all: '全部' } as const;

const COLUMNS: readonly (readonly [string, (row: CaseRow) => ListCell])[] = [
  ['办件编号', (row) => row.number ?? ''],
  ['事项', (row) => row.serviceName],
  ['名称', (row) => row.title],
  ['申报单位', (row) => row.unit],
  ['经办人', (row) => row.applicant],
  ['状态', rowStatusWords],
  ['当前环节', (row) => row.stepTitle],
  ['待谁办理', (row) => row.turn.join('、')],
  ['时限', (row) => row.due ?? ''],
  ['剩余工作日', (row) => row.daysLeft],
  [
    '要点',
    (row) =>
      row.facts
        .map(({ label, value, note }) => `${label}：${value}${note === undefined ? '' : `（${note}）`}`)
        .join('；'),
  ],
  ['提交时间', (row) => (row.submittedAt ? beijing(row.submittedAt) : '')],
];

/** The list as the actor sees it, as a spreadsheet that says who took it and when; the taking is on record. */
export async function exportCases(
  app: App,
  actor: OfficeActor,
  query: QueryOf<(typeof API)['exportCases']>,
): Promise<{ bytes: Uint8Array; name: string }> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const book = await app.offices.get(actor.office);
  const most = filePolicy(book.policyRows, today).exportRows;
  const { tab = 'todo' } = query;
  const rows: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await inbox(app, actor, { ...query, tab, limit: 200, cursor });
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
    title: TABS[tab],
    heads: COLUMNS.map(([head]) => head),
    rows: rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
    watermark: `${book.orgName(actor.org)} ${actor.name} 于 ${beijing(now.toISOString())} 导出，共 ${rows.length} 行`,
  });
  await record(app.db.query, actor, now, 'case.export', `list:${tab}`, { rows: rows.length });
  return { bytes, name: `办件${TABS[tab]}-${today}.xlsx` };
}

const beijing = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
