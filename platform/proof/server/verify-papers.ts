import {
  type CaseState,
  decideRevocation,
  paperNamed,
  paperTitle,
  STATUS_WORDS,
  stands,
  SYSTEM_DOER,
} from '@zhitongche/case';
import { type App, type Keys, SealBroken } from '@zhitongche/core/server';
import { type PaperRow, paperSignature } from '@zhitongche/document/server';
import { openAnyCase, type OpenedCase, settingOf } from '@zhitongche/case/server';
import type { Walked } from './verify-states.ts';

const PAGE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';
const SYSTEM = { ...SYSTEM_DOER, grants: [], standsInFor: [] };
const WORDS = { valid: '有效', replaced: '已被替代', revoked: '已作废' } as const;

/** The papers of a case on record, and the digests of their whole editions. */
interface OnRecord {
  readonly id: string;
  readonly own: readonly PaperRow[];
  readonly whole: readonly string[];
}

const OF_CASES = `select led.id,
    coalesce((select json_agg(p order by p.paper, p.issue) from paper p where p.office = $1 and p.case_id = led.id), '[]') as own,
    array(select e.pdf_digest from paper_edition e where e.office = $1 and e.case_id = led.id) as whole
  from (select id from case_file where office = $1 and id > $2 and state->'papers' <> '[]'
    union select case_id from paper where office = $1 and case_id > $2 order by 1 limit ${PAGE}) led order by led.id`;

/**
 * Compares what a stranger is told of every paper with its case: a paper of a matter that ended must not be in force,
 * every paper the case issued must be on record, and the SM2 record of one that is signed must hold.
 */
export async function verifyPapers(app: App, office: string): Promise<Walked> {
  const broken: string[] = [];
  let checked = 0;
  for (let after = FIRST; ; ) {
    const cases = await app.db.query<OnRecord>(OF_CASES, [office, after]);
    for (const record of cases) {
      const { id, own } = record;
      after = id;
      checked += own.length;
      try {
        const opened = await openAnyCase(app, office, id, { person: id, key: '' });
        broken.push(
          ...(opened
            ? [
                ...faultsOf(opened, own),
                ...missing(opened, record),
                ...signatureFaults(app.keys, opened, own),
              ]
            : own.map((row) => `文书《${row.title}》不属于任何办件`)),
        );
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        broken.push(`办件 ${id} 中有密封的内容无法打开，文书未能核对：${error.message}`);
      }
    }
    if (cases.length < PAGE) return { checked, broken };
  }
}

function faultsOf(opened: OpenedCase, rows: readonly PaperRow[]): readonly string[] {
  const { loaded, service, state } = opened;
  const name = `办件 ${loaded.number ?? loaded.id}`;
  const ending = decideRevocation(service, state, settingOf(opened, SYSTEM));
  const ended = ending.ok && ending.value.events.length > 0;
  return rows.flatMap((row) => {
    if (ended && row.status === 'valid')
      return [`${name}${STATUS_WORDS.cancelled.zh}，文书“${row.title}”却仍有效（查验码 ${row.code}）`];
    const should = statusOf(state, row);
    if (should === null) return [`${name}没有出具过文书“${row.title}”（查验码 ${row.code}）`];
    return should === row.status
      ? []
      : [`${name}的文书“${row.title}”登记为${WORDS[row.status]}，应为${WORDS[should]}（查验码 ${row.code}）`];
  });
}

/** What the case issued and nobody finds any more: a stranger who holds it would be told there is no such paper. */
function missing({ loaded, service, state }: OpenedCase, { own, whole }: OnRecord): readonly string[] {
  const name = `办件 ${loaded.number ?? loaded.id}`;
  return state.papers.flatMap((entry) => {
    if (entry.status !== 'issued') return [];
    const title = paperTitle(service, entry.paper);
    if (!own.some((row) => row.paper === entry.paper && row.code === entry.code))
      return [`${name}出具的文书“${title}”不在登记中（查验码 ${entry.code ?? ''}）`];
    return entry.file?.whole === undefined || whole.includes(entry.file.whole)
      ? []
      : [`${name}的文书“${title}”的全本不在登记中（查验码 ${entry.code ?? ''}）`];
  });
}

/** Why the SM2 record of a paper does not hold, in words. */
const WHY = {
  missing: '缺失',
  malformed: '残缺',
  changed: '不是这份文件的',
  'unknown-signer': '不是本系统的密钥所签',
  signature: '验签不符',
  facts: '所记的文号、查验码或机关与登记不同',
} as const;

function signatureFaults(keys: Keys, opened: OpenedCase, rows: readonly PaperRow[]): readonly string[] {
  const name = `办件 ${opened.loaded.number ?? opened.loaded.id}`;
  return rows.flatMap((row) => {
    const def = paperNamed(opened.service, row.paper)?.def;
    const { found } = paperSignature(keys, row, def?.signed);
    return found === 'sound' || found === 'unsigned'
      ? []
      : [`${name}的文书“${row.title}”的国密签名记录${WHY[found]}（查验码 ${row.code}）`];
  });
}

/** What the case says of an issued paper; null when it knows none of this code. */
function statusOf(state: CaseState, { paper, code }: PaperRow): PaperRow['status'] | null {
  const entry = state.papers.find((one) => one.paper === paper && one.code === code);
  if (!entry) return null;
  return stands(entry) ? 'valid' : entry.revoked ? 'revoked' : 'replaced';
}
