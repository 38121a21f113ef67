import { ACTS } from '@zhitongche/case';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Dialog, Notice, Skeleton, Radio } from '@zhitongche/ui';
import type { CaseRow } from '@zhitongche/contract';
import { serviceQuery } from '@zhitongche/form/web';
import { OpinionBox } from '../act/OpinionBox.tsx';
import { type BatchAct, batchOffer } from './batch.ts';
import { type Foreseen, foreseenHead } from './batch-foresight.ts';
import { BatchList } from './BatchList.tsx';
import { useBatch } from './use-batch.ts';
import { FORESEEN_MOST, useForesight } from './use-foresight.ts';

/** The cases a verb is taken on: those it fits, without what somebody left out and what is worth a look of its own. */
const pickedOf = (
  { keys }: BatchAct,
  seen: ReadonlyMap<string, Foreseen>,
  ticked: ReadonlyMap<string, boolean>,
): BatchAct['keys'] =>
  new Map(
    [...keys].filter(([id]) => {
      const { stops = false, careful = false } = seen.get(id) ?? {};
      return !stops && (ticked.get(id) ?? !careful);
    }),
  );

/** Decides the chosen cases together: what is to be known of each is told before, what came of each after. */
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
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { results, busy, send } = useBatch(rows);
  const loading = services.some((s) => s.isPending);
  const offer = batchOffer(rows, (code) => services[codes.indexOf(code)]?.data, ACTS);
  const chosen = act ?? offer.acts[0];
  const ahead = useForesight(rows, loading ? undefined : chosen);
  const picked = chosen === undefined ? new Map<string, string>() : pickedOf(chosen, ahead.of, ticked);
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
              isDisabled={chosen === undefined || picked.size === 0 || ahead.reading || needsOpinion}
              onPress={() => chosen && void send({ ...chosen, keys: picked }, opinion)}
            >
              {chosen === undefined ? '办理' : `${chosen.label} ${picked.size} 件`}
            </Button>
          </>
        )
      }
    >
      {loading ? (
        <Skeleton lines={4} />
      ) : (
        <div className="stack">
          <Conditions chosen={chosen} ahead={ahead} done={done} />
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
          <BatchList
            rows={rows}
            left={offer.left}
            results={results}
            foreseen={ahead.of}
            picked={picked}
            {...(done || busy
              ? {}
              : { onPick: (id: string, on: boolean) => setTicked(new Map(ticked).set(id, on)) })}
          />
        </div>
      )}
    </Dialog>
  );
};

/** What deciding together asks for, said before it is done. */
const Conditions = ({
  chosen,
  ahead,
  done,
}: {
  readonly chosen: BatchAct | undefined;
  readonly ahead: ReturnType<typeof useForesight>;
  readonly done: boolean;
}) => {
  if (done) return null;
  if (chosen === undefined)
    return (
      <Notice tone="warn" title="所选的件不能一起办理">
        它们没有共同的、可以批量的办理方式，请逐件打开办理。
      </Notice>
    );
  if (ahead.reading)
    return (
      <p className="soft" aria-live="polite">
        正在逐件核对…
      </p>
    );
  const head = foreseenHead([...ahead.of.values()]);
  return (
    <>
      <p className="soft">
        只有不必另填内容的办理可以批量。每件分别办理、分别记录，一件办不成不影响其余。
        {chosen.keys.size > FORESEEN_MOST ? `已逐件核对前 ${FORESEEN_MOST} 件。` : ''}
      </p>
      {head === '' ? null : <Notice tone="warn">{head}。</Notice>}
    </>
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
        checked={a.kind === chosen?.kind && a.label === chosen.label}
        onChoose={() => onChoose(a)}
      >
        {a.label}
      </Radio>
    ))}
  </fieldset>
);
