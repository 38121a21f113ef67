import { dayInShanghai } from '@zhitongche/base';
import { type App, caseKeys, codePrefix, SealBroken } from '@zhitongche/core/server';
import { clears, fieldAt } from '@zhitongche/form';
import type { RegisterKind } from '@zhitongche/register';
import { openRowData, ROW_COLUMNS, type RowData } from './read-row.ts';
import { columnsOf } from './row-columns.ts';
import { knowledgeOf } from './row-writing.ts';
import { keptPlace, sealKept } from './sealed-kept.ts';

const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What renewing the digests of kept rows came to. */
export interface KeptRenewed {
  readonly moved: number;
  readonly broken: readonly string[];
}

/** Registers that name things by what is private: there a digest stands in the place of the text. */
const namedByDigest = (registers: readonly RegisterKind[], by: 'unique' | 'near'): readonly string[] =>
  registers
    .filter((kind) =>
      (kind[by] ?? []).some((key) => !clears('open', fieldAt(kind.whole, key)?.field.sensitivity)),
    )
    .map(({ code }) => code);

/** Gives kept rows the digests they are found by under the master secret in force. */
export async function renewKept(app: App, office: string): Promise<KeptRenewed> {
  const broken: string[] = [];
  let moved = 0;
  for (let after = FIRST; ; ) {
    const page = await app.db.tx(async (query) => {
      const rows = await query<RowData>(
        `select ${ROW_COLUMNS} from kept_row
         where office = $1 and id > $2 and (
           exists (select 1 from unnest(keys) as k(digest) where not starts_with(k.digest, $3))
           or not starts_with(public_key, $3)
           or (register = any($4::text[]) and not starts_with(unique_key, $3))
           or (register = any($5::text[]) and not starts_with(near_key, $3)))
         order by id limit ${BATCH} for update`,
        [
          office,
          after,
          codePrefix(app.keys.generation),
          namedByDigest(app.registers, 'unique'),
          namedByDigest(app.registers, 'near'),
        ],
      );
      const made = await digestsOf(app, office, rows, broken);
      await query(
        `update kept_row k set keys = s.keys, unique_key = s."uniqueKey", near_key = s."nearKey", public_key = s."publicKey"
         from jsonb_to_recordset($2::jsonb) as s (id uuid, keys text[], "uniqueKey" text, "nearKey" text, "publicKey" text)
         where k.office = $1 and k.id = s.id`,
        [office, JSON.stringify(made)],
      );
      moved += made.length;
      return rows;
    });
    const last = page.at(-1);
    if (!last || page.length < BATCH) return { moved, broken };
    after = last.id;
  }
}

async function digestsOf(app: App, office: string, rows: readonly RowData[], broken: string[]) {
  const book = await app.offices.get(office);
  const today = dayInShanghai(app.clock().toISOString());
  return rows.flatMap((data) => {
    const kind = app.registers.find(({ code }) => code === data.register);
    if (!kind) return [];
    try {
      const { row } = openRowData(office, kind, data, app.keys);
      const sealed = sealKept(kind, row, caseKeys(app.keys, data.salt), keptPlace(office, data.id));
      const { keys, uniqueKey, nearKey, publicKey } = columnsOf(kind, row, sealed.answers, {
        keys: app.keys,
        ...knowledgeOf(book, kind, today),
      });
      return [{ id: data.id, keys, uniqueKey, nearKey, publicKey }];
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      broken.push(`台账条目（${data.register}/${data.id}）的查找摘要与内容不符`);
      return [];
    }
  });
}
