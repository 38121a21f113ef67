import { ACTS } from '@zhitongche/case';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { call, newKey } from '@zhitongche/contract/web';
import { messageOf, Button, Dialog, Icon, Notice, Skeleton, Radio } from '@zhitongche/ui';
import type { CaseRow } from '@zhitongche/contract';
import { serviceQuery } from '@zhitongche/form/web';
import { OpinionBox } from '../desk/OpinionBox.tsx';
import { batchCalls, batchOffer, type BatchAct } from './batch.ts';

/** What became of one case of a batch. */
interface BatchResult {
  readonly ok: boolean;
  readonly text: string;
}

/** Decides the chosen cases together and tells for each what came of it. */
export const BatchDialog = ({
  rows,
  onClose,
}: {
  readonly rows: readonly CaseRow[];
  readonly onClose: (changed: boolean) => void;
}) => {
  const codes = [...new Set(rows.map((row) => row.service))];
  const services = useQueries({ queries: codes.map((code) => serviceQuery(code)) });
  const [act, setAct] = useState<BatchAct | null>(null);
  const [opinion, setOpinion] = useState('');
  const [results, setResults] = useState<ReadonlyMap<string, BatchResult>>(new Map());
  const [busy, setBusy] = useState(false);
  const loading = services.some((s) => s.isPending);
  const offer = batchOffer(rows, (code) => services[codes.indexOf(code)]?.data, ACTS);
  const chosen = act ?? offer.acts[0];
  const needsOpinion = chosen?.opinion === 'required' && opinion.trim() === '';
  const done = results.size > 0;

  const send = async (): Promise<void> => {
    if (chosen === undefined) return;
    setBusy(true);
    const told = new Map<string, BatchResult>();
    for (const items of batchCalls(rows, chosen, opinion, newKey)) {
      try {
        const { results: answers } = await call('actMany', { body: { items: [...items] } });
        for (const a of answers) {
          told.set(a.case, {
            ok: a.ok,
            text: a.ok ? `已${chosen.label}` : (a.problem?.detail ?? '没有办成'),
          });
        }
      } catch (error) {
        for (const item of items) told.set(item.case, { ok: false, text: messageOf(error) });
      }
      setResults(new Map(told));
    }
    setBusy(false);
  };

  const failed = [...results.values()].filter((r) => !r.ok).length;
  return (
    <Dialog
      open
      size="wide"
      dismissable={false}
      title={
        done && !busy
          ? `办理结果：${results.size - failed} 件办成${failed > 0 ? `，${failed} 件没有办成` : ''}`
          : `批量办理 ${rows.length} 件`
      }
      onClose={() => onClose(done)}
      foot={
        done ? (
          <Button variant="primary" pending={busy} onPress={() => onClose(true)}>
            知道了
          </Button>
        ) : (
          <>
            <Button onPress={() => onClose(false)}>先不办</Button>
            <Button
              variant="primary"
              pending={busy}
              pendingText="正在逐件办理"
              isDisabled={chosen === undefined || needsOpinion}
              onPress={() => void send()}
            >
              {chosen === undefined ? '办理' : `${chosen.label} ${chosen.keys.size} 件`}
            </Button>
          </>
        )
      }
    >
      {loading ? (
        <Skeleton lines={4} />
      ) : (
        <div className="stack">
          {chosen === undefined ? (
            <Notice tone="warn" title="所选的件不能一起办理">
              它们没有共同的、可以批量的办理方式，请逐件打开办理。
            </Notice>
          ) : null}
          {offer.acts.length > 1 && !done ? (
            <fieldset className="row">
              <legend className="field-label">怎样办理</legend>
              {offer.acts.map((a) => (
                <Radio
                  key={`${a.kind} ${a.label}`}
                  name="batch-act"
                  checked={a === chosen}
                  onChoose={() => setAct(a)}
                >
                  {a.label}
                </Radio>
              ))}
            </fieldset>
          ) : null}
          {chosen !== undefined && chosen.opinion !== 'none' && !done ? (
            <OpinionBox
              kind={chosen.kind}
              value={opinion}
              onChange={setOpinion}
              required={chosen.opinion === 'required'}
              label="意见（写入每一件）"
            />
          ) : null}
          <ul className="batch-list">
            {rows.map((row) => {
              const result = results.get(row.id);
              const left = offer.left.find((l) => l.row.id === row.id);
              return (
                <li
                  key={row.id}
                  className={result?.ok === false ? 'batch-item batch-item-failed' : 'batch-item'}
                >
                  <span className="batch-mark">
                    {result === undefined ? null : <Icon name={result.ok ? 'check-circle' : 'alert'} />}
                  </span>
                  <span className="grow">
                    {row.title}
                    <span className="soft"> · {row.unit}</span>
                  </span>
                  <span className={result?.ok === false ? 'batch-why' : 'soft'}>
                    {result?.text ?? left?.why ?? row.stepTitle}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Dialog>
  );
};
