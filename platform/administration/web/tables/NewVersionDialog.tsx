import {
  problemsOfError,
  ConfirmSheet,
  DateField,
  Field,
  Notice,
  TextField,
  weekdayOf,
} from '@zhitongche/ui';
import { useRead, type Reply } from '@zhitongche/contract/web';
import { useSending, useTyped } from '../edit/use-edit.ts';
import { compareTables } from './compare-tables.ts';
import { readTableFile } from './read-table-file.ts';
import { TableChangeView } from './TableChangeView.tsx';

/** Most faults listed at once. */
const MOST = 20;

/** Loads a new version of a reference table from a file or pasted cells, after a look at what was read. */
export const NewVersionDialog = ({
  table,
  onClose,
}: {
  readonly table: Reply<'tables'>[number];
  readonly onClose: () => void;
}) => {
  const params = { table: table.table };
  const current = useRead('table', { params });
  const put = useSending('putTable', ['tables', 'table']);
  const { typed, set, at } = useTyped('table', { text: '', validFrom: '', source: '' }, put);
  const { text, validFrom } = typed;
  const source = typed.source.trim();
  const sample = current.data?.[0];
  const { rows, problems } = readTableFile(text, sample);
  const refused = put.error ? problemsOfError(put.error).map((p) => p.message) : [];
  return (
    <ConfirmSheet
      open
      title={`载入新版本：${table.title}`}
      verb="载入"
      pending={put.pending}
      ready={rows.length > 0 && problems.length === 0 && validFrom !== '' && source.length >= 2}
      onClose={onClose}
      onConfirm={() =>
        put.send(
          { params, body: { validFrom, source, rows: rows.map((row) => ({ ...row })) } },
          { said: `已载入 ${rows.length} 行`, done: onClose },
        )
      }
    >
      <Field id="table-file" label="CSV 或 JSON 文件">
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept=".csv,.json,.txt"
            onChange={(e) => void e.target.files?.[0]?.text().then((read) => set({ text: read }))}
          />
        )}
      </Field>
      <TextField
        {...at('text')}
        problems={[]}
        label="或直接粘贴表格"
        help={`首行是列名：${Object.keys(sample ?? {}).join('、')}`}
        rows={6}
        spellCheck={false}
      />
      {text.trim() === '' ? null : (
        <p aria-live="polite">
          读到 <strong>{rows.length}</strong> 行（现行版本 {table.rows} 行）。
        </p>
      )}
      {rows.length === 0 || current.data === undefined ? null : (
        <TableChangeView change={compareTables(current.data, rows)} />
      )}
      <TableFaults faults={[...problems, ...refused]} />
      <DateField {...at('validFrom')} problems={[]} label="施行日期" required help={weekdayOf(validFrom)} />
      <TextField
        {...at('source')}
        problems={[]}
        label="来源"
        required
        help="文件名称和文号，或公布机关和日期。"
        maxLength={200}
      />
    </ConfirmSheet>
  );
};

/** What must be mended before the version can be loaded, found here or by the server. */
const TableFaults = ({ faults }: { readonly faults: readonly string[] }) =>
  faults.length === 0 ? null : (
    <Notice tone="danger" live title={`有 ${faults.length} 处需要处理`}>
      <ul>
        {faults.slice(0, MOST).map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Notice>
  );
