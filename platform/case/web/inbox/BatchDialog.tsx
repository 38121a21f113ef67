import { ACTS } from '@zhitongche/case';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Dialog, Notice, Skeleton, Radio } from '@zhitongche/ui';
import type { CaseRow } from '@zhitongche/contract';
import { serviceQuery } from '@zhitongche/form/web';
import { OpinionBox } from '../act/OpinionBox.tsx';
import { batchOffer, type BatchAct } from './batch.ts';
import { BatchList } from './BatchList.tsx';
import { useBatch } from './use-batch.ts';

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
  const { results, busy, send } = useBatch(rows);
  const loading = services.some((s) => s.isPending);
  const offer = batchOffer(rows, (code) => services[codes.indexOf(code)]?.data, ACTS);
  const chosen = act ?? offer.acts[0];
  const needsOpinion = chosen?.opinion === 'required' && opinion.trim() === '';
  const done = results.size > 0;
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
              onPress={() => chosen && void send(chosen, opinion)}
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
            <BatchActPicker acts={offer.acts} chosen={chosen} onChoose={setAct} />
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
          <BatchList rows={rows} left={offer.left} results={results} />
        </div>
      )}
    </Dialog>
  );
};

const BatchActPicker = ({
  acts,
  chosen,
  onChoose,
}: {
  readonly acts: readonly BatchAct[];
  readonly chosen: BatchAct | undefined;
  readonly onChoose: (act: BatchAct) => void;
}) => (
  <fieldset className="row">
    <legend className="field-label">怎样办理</legend>
    {acts.map((a) => (
      <Radio
        key={`${a.kind} ${a.label}`}
        name="batch-act"
        checked={a === chosen}
        onChoose={() => onChoose(a)}
      >
        {a.label}
      </Radio>
    ))}
  </fieldset>
);
