import { useQueryClient } from '@tanstack/react-query';
import { type Reply, upload } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { Button, Dialog, FileDrop, Notice, TextField, toast } from '@zhitongche/ui';
import { useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import { SHOWN } from './use-row-act.ts';
import './ImportList.css';

type Looked = Reply<'keptImport'>;

/** A list read into a register: first what it would do and everything wrong with it, then all of it or nothing. */
export const ImportList = ({
  kind,
  onClose,
}: {
  readonly kind: RegisterKind;
  readonly onClose: () => void;
}) => {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [despite, setDespite] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (list: File, confirm?: string): Promise<void> => {
    setBusy(true);
    setError(null);
    setFile(list);
    try {
      const query = {
        ...(confirm === undefined ? {} : { confirm }),
        ...(despite.trim() ? { despite: despite.trim() } : {}),
      };
      const reply = await upload('keptImport', { params: { register: kind.code }, query }, list);
      setLooked(reply);
      if (!reply.written) return;
      await Promise.all(
        SHOWN.flatMap((name) => [
          client.invalidateQueries({ queryKey: [name] }),
          client.invalidateQueries({ queryKey: ['list', name] }),
        ]),
      );
      toast(`已导入：新增 ${reply.fresh} ${kind.measure}，更新 ${reply.changed} ${kind.measure}`);
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const near = looked?.problems.some(({ problem }) => problem.code === 'row.near') ?? false;
  const ready = looked !== null && looked.faulty === 0 && looked.fresh + looked.changed > 0;
  return (
    <Dialog
      open
      size="wide"
      title={`导入${kind.name}`}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={busy}>
            先不导入
          </Button>
          {file && near ? (
            <Button pending={busy} isDisabled={despite.trim() === ''} onPress={() => void send(file)}>
              再核对一遍
            </Button>
          ) : null}
          <Button
            variant="primary"
            pending={busy && ready}
            isDisabled={!ready || busy}
            onPress={() => {
              if (file && looked) void send(file, looked.digest);
            }}
          >
            {ready ? `写入 ${looked.fresh + looked.changed} ${kind.measure}` : '写入'}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">
          Excel 或
          CSV，第一行是列名。先核对，不写入；有一处不对，整份都不写入。同一份文件再导入一次，什么都不会变。
        </p>
        <FileDrop
          label={file ? '换一个文件' : '选择或拖入文件'}
          accept=".xlsx,.csv"
          onFile={(list) => void send(list)}
        />
        {file ? <p>{file.name}</p> : null}
        <ActRefusal error={error} />
        {looked ? <Found looked={looked} measure={kind.measure} /> : null}
        {near ? (
          <TextField
            id="import-despite"
            label="为什么是另外的"
            required
            maxLength={500}
            value={despite}
            onChange={setDespite}
            help="确认这些与已有的不是同一个，写一句，再核对一遍"
          />
        ) : null}
      </div>
    </Dialog>
  );
};

const Found = ({ looked, measure }: { readonly looked: Looked; readonly measure: string }) => {
  const { fresh, changed, same, faulty, problems, unknownHeads, passedOver } = looked;
  return (
    <>
      <Notice
        tone={faulty > 0 ? 'danger' : 'ok'}
        live
        title={
          faulty > 0
            ? `${faulty} 行有问题，还没有写入`
            : fresh + changed === 0
              ? '与台账完全一致，没有要写入的'
              : '核对无误，可以写入'
        }
      >
        <p>
          新增 {fresh} {measure}，更新 {changed} {measure}，没有变化 {same} {measure}
        </p>
        {unknownHeads.length > 0 ? <p>不认识的列，没有读：{unknownHeads.join('、')}</p> : null}
        {passedOver.length > 0 ? <p>没有读的行（合计、签名、说明）：{passedOver.join('、')}</p> : null}
      </Notice>
      {problems.length > 0 ? (
        <div className="import-faults">
          <table className="import-fault-table">
            <thead>
              <tr>
                <th scope="col">单元格</th>
                <th scope="col">问题</th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ sheet, line, cell, problem }) => (
                <tr key={`${sheet} ${line} ${cell} ${problem.code} ${problem.message}`}>
                  <th scope="row">
                    {sheet} {cell || `第 ${line} 行`}
                  </th>
                  <td>
                    {problem.message}
                    {problem.todo ? <span className="soft">；{problem.todo}</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  );
};
