import type { Service } from '@zhitongche/case';
import { usePolicyReader } from '@zhitongche/form/web';
import { Button, messageOf, toast } from '@zhitongche/ui';
import { useEffect, useState } from 'react';
import { useAct } from '../act/use-act.ts';
import type { Decided } from './decided.ts';
import './UndoLine.css';

const TICK = 250;
const AROUND = 2 * Math.PI * 8;

/** Seconds left of the moment in which nobody has been told yet, counted by the clock and not by ticks. */
const useSecondsLeft = (at: string, seconds: number): number => {
  const until = Date.parse(at) + seconds * 1000;
  const [begun] = useState(() => Date.now());
  // A device whose clock is wrong counts from when it was told.
  const end = Math.abs(Date.parse(at) - begun) > seconds * 1000 ? begun + seconds * 1000 : until;
  const [now, setNow] = useState(begun);
  useEffect(() => {
    if (now >= end) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), TICK);
    return () => clearTimeout(timer);
  }, [now, end]);
  return Math.max(0, Math.ceil((end - now) / 1000));
};

/** One tap takes the act back; for some seconds nobody has been told of it yet. */
export const UndoLine = ({
  decided,
  service,
  onBack,
}: {
  readonly decided: Decided;
  readonly service: Service;
  readonly onBack: () => void;
}) => {
  const { after, undo } = decided;
  const seconds = usePolicyReader(service)?.number('case.undo-seconds') ?? 0;
  const left = useSecondsLeft(decided.at, seconds);
  const { take, pending, error } = useAct(after, 'desk', () => {
    toast('已撤回，可以重新办理');
    onBack();
  });
  useEffect(() => {
    if (error) toast(messageOf(error), 'danger');
  }, [error]);
  if (!undo) return <p className="soft">已取号、出具文书或转出，不能撤回。</p>;
  return (
    <div className="undo">
      {left > 0 ? (
        <svg className="undo-ring" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="8" />
          <circle
            className="undo-left"
            cx="10"
            cy="10"
            r="8"
            strokeDasharray={`${(AROUND * left) / Math.max(1, seconds)} ${AROUND}`}
          />
        </svg>
      ) : null}
      <span className="grow">
        {left > 0 ? `${left} 秒后通知下一环节` : '已通知，没有人接着办理前仍可撤回'}
      </span>
      <Button
        size="small"
        icon="undo"
        pending={pending}
        onPress={() => void take({ act: undo.act, ...(undo.seat === null ? {} : { seat: undo.seat }) })}
      >
        撤回
      </Button>
    </div>
  );
};
