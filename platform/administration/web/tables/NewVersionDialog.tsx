import { useState } from 'react';
import { problemsOfError, ConfirmSheet, Field, Notice, toast, weekdayOf } from '@zhitongche/ui';
import { useRead, useWrite, type Reply } from '@zhitongche/contract/web';
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
  const current = useRead('table', { params: { table: table.table } });
  const [text, setText] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const [source, setSource] = useState('');
  const put = useWrite('putTable', ['tables', 'table']);
  const sample = current.data?.[0];
  const { rows, problems } = readTableFile(text, sample);
  const refused = put.error ? problemsOfError(put.error).map((p) => p.message) : [];
  const faults = [...problems, ...refused];
  return (
    <ConfirmSheet
      open
      title={`载入新版本：${table.title}`}
      verb="载入"
      pending={put.isPending}
      ready={rows.length > 0 && problems.length === 0 && validFrom !== '' && source.trim().length >= 2}
      onClose={onClose}
      onConfirm={() =>
        put.mutate(
          {
            params: { table: table.table },
            body: { validFrom, source: source.trim(), rows: rows.map((row) => ({ ...row })) },
          },
          {
            onSuccess: () => {
              toast(`已载入 ${rows.length} 行`);
              onClose();
            },
          },
        )
      }
    >
      <Field id="table-file" label="CSV 或 JSON 文件">
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept=".csv,.json,.txt"
            onChange={(e) => void e.target.files?.[0]?.text().then((read) => setText(read))}
          />
        )}
      </Field>
      <Field
        id="table-text"
        label="或直接粘贴表格"
        help={`首行是列名：${Object.keys(sample ?? {}).join('、')}`}
      >
        {(aria) => (
          <textarea
            {...aria}
            className="input"
            rows={6}
            spellCheck={false}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </Field>
      {text.trim() === '' ? null : (
        <p aria-live="polite">
          读到 <strong>{rows.length}</strong> 行（现行版本 {table.rows} 行）。
        </p>
      )}
      {rows.length === 0 || current.data === undefined ? null : (
        <TableChangeView change={compareTables(current.data, rows)} />
      )}
      {faults.length > 0 ? (
        <Notice tone="danger" live title={`有 ${faults.length} 处需要处理`}>
          <ul>
            {faults.slice(0, MOST).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Field id="table-from" label="施行日期" required help={weekdayOf(validFrom)}>
        {(aria) => (
          <input
            {...aria}
            type="date"
            className="input"
            value={validFrom}
            onChange={(e) => setValidFrom(e.target.value)}
          />
        )}
      </Field>
      <Field id="table-source" label="来源" required help="文件名称和文号，或公布机关和日期。">
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={200}
            value={source}
            onChange={(e) => setSource(e.target.value)}
          />
        )}
      </Field>
    </ConfirmSheet>
  );
};
