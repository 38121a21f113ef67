import { dayInShanghai } from '@zhitongche/base';
import { canonicalJson, verifyChain } from '@zhitongche/case';
import { type App, caseKeys, sameMac, SealBroken, toldWith } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { foldRow, type KeptRow, type RegisterKind } from '@zhitongche/register';
import { openRowData } from './read-row.ts';
import { columnsOf } from './row-columns.ts';
import { knowledgeOf } from './row-writing.ts';
import { keptPlace, openRowEvent, sealKept } from './sealed-kept.ts';
import { looseEvents, looseSpans, spanFits, wrongNames } from './verify-found.ts';
import { readWhole, type StoredWhole } from './verify-page.ts';
import { headsCode } from './write-rows.ts';

const PAGE = 200;
const NAMED = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What a walk over kept rows found. */
export interface KeptVerified {
  readonly checked: number;
  readonly broken: readonly string[];
}

/** Walks every chain of kept rows, replays each row, and looks every head up in the sealed audit and back. */
export async function verifyKept(app: App, office: string): Promise<KeptVerified> {
  const broken: string[] = [];
  let checked = 0;
  for (let after = FIRST; broken.length < NAMED; ) {
    const page = await readWhole(app, office, after, PAGE);
    for (const whole of page) {
      after = whole.stored.id;
      checked += 1;
      broken.push(...(await rowFaults(app, office, whole)));
    }
    if (page.length < PAGE) break;
  }
  return {
    checked,
    broken: [
      ...broken,
      ...(await headsTold(app, office)),
      ...(await countFaults(app, office)),
      ...(await looseSpans(app, office, NAMED)),
      ...(await looseEvents(app, office, NAMED)),
    ],
  };
}

async function rowFaults(app: App, office: string, whole: StoredWhole): Promise<readonly string[]> {
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
    return await stateFaults(app, office, kind, whole, name);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return [`${name}有密封的内容无法打开：${error.message}`];
  }
}

/** The row replayed from its events, and the columns it is found by. */
async function stateFaults(
  app: App,
  office: string,
  kind: RegisterKind,
  { stored, events, span }: StoredWhole,
  name: string,
): Promise<readonly string[]> {
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
  const field = replayed && differing(replayed, row);
  if (!replayed || field) return [`${name}的“${field ?? ''}”与按记录重放的结果不同`];
  const book = await app.offices.get(office);
  const today = dayInShanghai(app.clock().toISOString());
  const columns = columnsOf(kind, row, sealKept(kind, row, keys, place).answers, {
    keys: app.keys,
    ...knowledgeOf(book, kind, today),
  });
  const wrong = [
    ...(columns.title === stored.title ? [] : ['名称']),
    ...(columns.stage === stored.stage ? [] : ['阶段']),
    ...(columns.org === stored.org ? [] : ['所属单位']),
    ...wrongNames(kind, row, stored, app.keys),
    ...(spanFits(kind, row, span) ? [] : ['占用的时间']),
    ...((columns.retiredAt === null) === (stored.retired_at === null) ? [] : ['注销状态']),
  ];
  return wrong.length === 0 ? [] : [`${name}在列表里的${wrong.join('、')}与内容不符`];
}

/** The first member in which two states differ, answers by their own label. */
function differing(one: KeptRow, other: KeptRow): string | undefined {
  const [a, b] = [one, other].map(
    (row): Readonly<Record<string, unknown>> => ({ ...row, ...row.answers, answers: 0 }),
  );
  if (!a || !b) return undefined;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].find(
    (key) => canonicalJson(a[key] ?? null) !== canonicalJson(b[key] ?? null),
  );
}

const WHY = { number: '缺失，或次序有变', link: '与前一条不相接', digest: '内容与其摘要不符' } as const;

interface Told {
  readonly id: string;
  readonly xid: string;
  readonly detail: { readonly heads: readonly [string, number, string][]; readonly headsMac: string };
}

/** Every head the audit names must stand in its chain. */
async function headsTold(app: App, office: string): Promise<readonly string[]> {
  const broken: string[] = [];
  for (let last = { xid: '0', id: FIRST }; broken.length < NAMED; ) {
    const page = await app.db.query<Told>(
      `select id, xid::text, detail from audit where office = $1 and (xid, id) > ($2::text::xid8, $3::uuid)
         and detail ? 'heads' and (object like 'row:%' or object like 'register:%') order by audit.xid, audit.id limit ${PAGE}`,
      [office, last.xid, last.id],
    );
    for (const line of page) broken.push(...(await lineFaults(app, office, line)));
    last = page.at(-1) ?? last;
    if (page.length < PAGE) break;
  }
  return broken;
}

async function lineFaults(app: App, office: string, line: Told): Promise<readonly string[]> {
  const { heads, headsMac } = line.detail;
  const keys = toldWith(app.keys, headsMac, line);
  if (!sameMac(headsCode(keys, office, heads), headsMac))
    return [`审计中台账条目的链头（编号 ${line.id}）不是本程序所写`];
  const gone = await app.db.query<{ id: string; seq: number; there: boolean }>(
    `select h.id, h.seq, e.digest is not null as there
     from json_to_recordset($2::json) as h(id uuid, seq int, head text)
     left join kept_event e on e.office = $1 and e.row_id = h.id and e.seq = h.seq
     left join kept_row k on k.office = $1 and k.id = h.id
     where e.digest is distinct from h.head or k.id is null limit ${NAMED}`,
    [office, JSON.stringify(heads.map(([id, seq, head]) => ({ id, seq, head })))],
  );
  return gone.map(({ id, seq, there }) =>
    there
      ? `台账条目 ${id} 的第 ${seq} 条记录与审计所记的链头不同，或这一条已被删去`
      : `台账条目 ${id} 的第 ${seq} 条记录已不存在，审计记有它`,
  );
}

/** Counts beside the rows against the rows themselves. */
async function countFaults(app: App, office: string): Promise<readonly string[]> {
  const rows = await app.db.query<{ register: string; stage: string; said: number; n: number }>(
    `select coalesce(c.register, r.register) as register, coalesce(c.stage, r.stage) as stage,
       coalesce(c.n, 0)::int as said, coalesce(r.n, 0)::int as n
     from (select register, org, stage, sum(n) as n from kept_count where office = $1 group by 1, 2, 3) c
     full join (select register, org, case when retired_at is null then stage else '~' end as stage, count(*) as n
       from kept_row where office = $1 group by 1, 2, 3) r using (register, org, stage)
     where coalesce(c.n, 0) <> coalesce(r.n, 0) limit ${NAMED}`,
    [office],
  );
  return rows.map(
    ({ register, stage, said, n }) => `台账 ${register} 阶段“${stage}”的条数记为 ${said}，实有 ${n}`,
  );
}
