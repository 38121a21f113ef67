import { type Answers, date, text } from '@zhitongche/form';
import { FormDialog } from '@zhitongche/form/web';
import { useRead, type Reply } from '@zhitongche/contract/web';
import type { Problem } from '@zhitongche/base';
import { Field } from '@zhitongche/ui';
import { useMemo } from 'react';
import { compareTables } from './compare-tables.ts';
import { readTableFile } from './read-table-file.ts';
import { TableChangeView } from './TableChangeView.tsx';

const textOf = ({ text: typed }: Answers): string => (typeof typed === 'string' ? typed : '');

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
  const sample = current.data?.[0];
  const heads = Object.keys(sample ?? {}).join('、');
  const fields = useMemo(
    () => ({
      text: text('表格内容', {
        max: 5_000_000,
        lines: 6,
        required: true,
        help: `选择文件后会填入这里，也可直接粘贴。首行是列名：${heads}`,
      }),
      validFrom: date('施行日期', { required: true, width: 12 }),
      source: text('来源', {
        max: 200,
        required: true,
        pattern: { regex: '.{2,}', hint: '文件名称和文号，或公布机关和日期' },
        help: '文件名称和文号，或公布机关和日期。',
      }),
    }),
    [heads],
  );
  const unread = (answers: Answers): readonly Problem[] =>
    readTableFile(textOf(answers), sample).problems.map((message) => ({
      code: 'table.unread',
      level: 'block',
      at: ['text'],
      message,
      en: 'The table cannot be read',
    }));
  return (
    <FormDialog
      title={`载入新版本：${table.title}`}
      verb="载入"
      write="putTable"
      refresh={['tables', 'table']}
      about={table.table}
      fields={fields}
      also={unread}
      input={({ validFrom = '', source = '', ...typed }) => ({
        params,
        body: {
          validFrom,
          source,
          rows: readTableFile(textOf(typed), sample).rows.map((row) => ({ ...row })),
        },
      })}
      intro={({ set }) => (
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
      )}
      said="已载入"
      onClose={onClose}
    >
      {({ answers }) => {
        const { rows } = readTableFile(textOf(answers), sample);
        return (
          <>
            {textOf(answers).trim() === '' ? null : (
              <p aria-live="polite">
                读到 <strong>{rows.length}</strong> 行（现行版本 {table.rows} 行）。
              </p>
            )}
            {rows.length === 0 || current.data === undefined ? null : (
              <TableChangeView change={compareTables(current.data, rows)} />
            )}
          </>
        );
      }}
    </FormDialog>
  );
};
