import { dayInShanghai } from '@zhitongche/base';
import { canonicalJson, verifyChain } from '@zhitongche/case';
import { type App, caseKeys, SealBroken } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { fieldAt } from '@zhitongche/form';
import { foldRow, type KeptRow, type RegisterKind } from '@zhitongche/register';
import { namedBy } from './kept-files.ts';
import { openRowData } from './read-row.ts';
import { columnsOf } from './row-columns.ts';
import { knowledgeOf } from './row-writing.ts';
import { keptPlace, openRowEvent, sealKept } from './sealed-kept.ts';
import { facetsFit, spanFits, wrongNames } from './verify-found.ts';
import type { StoredWhole } from './verify-page.ts';

/**
 * What of a row is not as the program wrote it: its chain, its head in the audit, its state; `asFound`: also the columns that
 * its definition makes of it.
 */
export async function rowFaults(
  app: App,
  office: string,
  whole: StoredWhole,
  asFound = true,
): Promise<readonly string[]> {
  const { stored: row, events } = whole;
  const kind = app.registers.find(({ code }) => code === row.register);
  const name = `台账“${kind?.name ?? row.register}”的“${row.title}”（编号 ${row.id}）`;
  const chain = verifyChain(
    events.map(({ seq, at, doer, body, prev, digest }) => ({
      seq,
      at: at.toISOString(),
      zone: 'inner' as const,
      doer,
      body,
      prev,
      digest,
    })),
    sm3Hex,
  );
  if (!chain.ok) return [`${name}的第 ${chain.seq} 条记录${WHY[chain.why]}`];
  if (chain.head !== row.head || events.length !== row.revision)
    return [`${name}现在的样子与它最后一条记录不符`];
  if (!whole.told) return [`${name}的第 ${row.revision} 条记录没有写入审计`];
  if (!kind) return [`${name}所属的台账本程序没有`];
  try {
    const replayed = replayFault(app, office, kind, whole);
    if (replayed !== null) return [`${name}${replayed}`];
    const wrong = asFound ? await columnFaults(app, office, kind, whole) : [];
    return wrong.length === 0 ? [] : [`${name}在列表里的${wrong.join('、')}与内容不符`];
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return [`${name}有密封的内容无法打开：${error.message}`];
  }
}

/** Whether the row as it stands is what its events make of it; null = it is. */
function replayFault(app: App, office: string, kind: RegisterKind, { stored, events }: StoredWhole) {
  const keys = caseKeys(app.keys, stored.salt);
  const place = keptPlace(office, stored.id);
  const replayed = foldRow(
    stored.id,
    events.map(({ at, doer, body }) => ({
      at: at.toISOString(),
      doer,
      body: openRowEvent(kind, body, keys, place),
    })),
  );
  const { row } = openRowData(office, kind, stored, app.keys);
  const field = replayed && differing(kind, replayed, row);
  if (!replayed || field) return `的“${field ?? ''}”与按记录重放的结果不同`;
  // By these columns alone rows are taken for what they are, whatever their definition says today.
  const wrong = [
    ...(row.stage === stored.stage ? [] : ['阶段']),
    ...(row.org === stored.org ? [] : ['所属单位']),
    ...((row.retired === null) === (stored.retired_at === null) ? [] : ['注销状态']),
    ...((row.held?.caseId ?? null) === stored.case_id ? [] : ['所属办件']),
  ];
  return wrong.length === 0 ? null : `在列表里的${wrong.join('、')}与内容不符`;
}

/** Columns a row is found by that do not follow from it as its register defines them. */
async function columnFaults(
  app: App,
  office: string,
  kind: RegisterKind,
  { stored, span, files }: StoredWhole,
): Promise<readonly string[]> {
  const { row } = openRowData(office, kind, stored, app.keys);
  const book = await app.offices.get(office);
  const today = dayInShanghai(app.clock().toISOString());
  const sealed = sealKept(kind, row, caseKeys(app.keys, stored.salt), keptPlace(office, stored.id));
  const columns = columnsOf(kind, row, sealed.answers, {
    keys: app.keys,
    ...knowledgeOf(book, kind, today),
  });
  return [
    ...(columns.title === stored.title ? [] : ['名称']),
    ...wrongNames(kind, row, stored, app.keys),
    ...(facetsFit(kind, row, stored.facets) ? [] : ['筛选项']),
    ...(spanFits(kind, row, span) ? [] : ['占用的时间或地方']),
    ...namedBy(kind, row).flatMap(({ id, name, digest, size, type }) =>
      files.some((one) => one.id === id && one.digest === digest && one.size === size && one.type === type)
        ? []
        : [`附件“${name}”`],
    ),
  ];
}

/** What the members of a row are called. */
const MEMBERS: Readonly<Record<string, string>> = {
  org: '所属单位',
  stage: '阶段',
  stageSince: '到这一阶段的时间',
  asked: '等待第二人确认的办理',
  records: '办理经过',
  ties: '关联',
  retired: '注销',
  erased: '个人信息的删除',
  mergedInto: '并入',
  absorbed: '并入它的条目',
  origin: '来源',
  held: '所属办件',
  reminded: '已作的提醒',
  enteredAt: '登记时间',
  revision: '修订号',
};

/** The first member in which two states differ, in the words of the form. */
function differing(kind: RegisterKind, one: KeptRow, other: KeptRow): string | undefined {
  const key = firstDiffering(one, other);
  return key === undefined ? undefined : (fieldAt(kind.whole, key)?.field.label ?? MEMBERS[key] ?? key);
}

function firstDiffering(one: KeptRow, other: KeptRow): string | undefined {
  const [a, b] = [one, other].map(
    (row): Readonly<Record<string, unknown>> => ({ ...row, ...row.answers, answers: 0 }),
  );
  if (!a || !b) return undefined;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].find(
    (key) => canonicalJson(a[key] ?? null) !== canonicalJson(b[key] ?? null),
  );
}

const WHY = { number: '缺失，或次序有变', link: '与前一条不相接', digest: '内容与其摘要不符' } as const;
