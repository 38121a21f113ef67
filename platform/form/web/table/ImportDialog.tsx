import { type Answers, type TableField, toCellText } from '@zhitongche/form';
import type { At, Problem } from '@zhitongche/base';
import { useRef, useState } from 'react';
import { urlOf, type Reply, upload } from '@zhitongche/contract/web';
import { messageOf, Button, Dialog, DownloadButton, Notice } from '@zhitongche/ui';
import { useFormContext } from '../form-context.ts';
import { isNotYet } from '../progress.ts';
import { importWords } from './import-words.ts';

const PREVIEW = 50;

/** Rows from a spreadsheet file: template, choose, see what was understood and what is wrong, then take over. */
export const ImportDialog = ({
  field,
  at,
  onTake,
  onClose,
}: {
  readonly field: TableField;
  readonly at: At;
  readonly onTake: (rows: readonly Answers[]) => void;
  readonly onClose: () => void;
}) => {
  const { service } = useFormContext();
  const params = { service, field: String(at[0]) };
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const [read, setRead] = useState<Reply<'importRows'> | null>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setRefused('');
    try {
      setRead(await upload('importRows', { params }, file));
    } catch (error) {
      setRefused(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="wide"
      title={`从表格导入${field.label}`}
      onClose={onClose}
      foot={
        <>
          <DownloadButton href={urlOf('importTemplate', { params })} download>
            下载模板
          </DownloadButton>
          <span className="grow" />
          <Button
            icon="upload"
            pending={busy}
            pendingText="正在读取"
            variant={read ? 'plain' : 'primary'}
            onPress={() => picker.current?.click()}
          >
            {read ? '换一个文件' : '选择表格文件'}
          </Button>
          {read && read.rows.length > 0 ? (
            <Button
              variant="primary"
              onPress={() => {
                onTake(read.rows);
                onClose();
              }}
            >
              导入 {read.rows.length} {field.rowName}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="stack">
        <p>
          表头写列名（如
          {Object.values(field.columns)
            .slice(0, 3)
            .map((c) => `“${c.label}”`)
            .join('、')}
          ），列的先后不限。支持 XLSX 和 CSV，导入后仍可修改。
        </p>
        <input
          ref={picker}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label="表格文件"
          accept=".xlsx,.csv"
          onChange={(e) => {
            void choose(e.target.files?.[0]);
            e.target.value = '';
          }}
        />
        {refused ? (
          <Notice tone="danger" live title="没能读取这个文件">
            {refused}
          </Notice>
        ) : null}
        {read ? <Understood field={field} read={read} /> : null}
      </div>
    </Dialog>
  );
};

const Understood = ({ field, read }: { readonly field: TableField; readonly read: Reply<'importRows'> }) => {
  const columns = Object.entries(field.columns).filter(([key]) =>
    read.rows.some((r) => r[key] !== undefined),
  );
  const { wrong, lines } = importWords(field.rowName, read);
  const problemsAt = (row: number, key: string): readonly Problem[] =>
    read.problems.filter((p) => p.at.includes(row) && p.at.at(-1) === key);
  return (
    <>
      <Notice tone={wrong ? 'warn' : read.problems.length > 0 ? 'info' : 'ok'} live>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className="grid-scroll" aria-label="导入预览" tabIndex={0}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col" className="grid-stick grid-number">
                行
              </th>
              {columns.map(([key, c]) => (
                <th key={key} scope="col">
                  {c.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {read.rows.slice(0, PREVIEW).map((row, i) => (
              <tr key={i}>
                <th scope="row" className="grid-stick">
                  {i + 1}
                </th>
                {columns.map(([key, c]) => {
                  const problems = problemsAt(i, key);
                  return (
                    <td
                      key={key}
                      className={cellMark(problems)}
                      title={problems.map((p) => p.message).join('；')}
                    >
                      {toCellText(c, row[key])}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {read.rows.length > PREVIEW ? <p className="soft">只预览前 {PREVIEW} 行。</p> : null}
    </>
  );
};

/** Red is for what was read wrong; what the file does not have is only marked. */
const cellMark = (problems: readonly Problem[]): string | undefined =>
  problems.some((p) => !isNotYet(p)) ? 'cell-wrong' : problems.length > 0 ? 'cell-warn' : undefined;
