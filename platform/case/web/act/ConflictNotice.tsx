import { useState } from 'react';
import type { CaseView, ProblemDocument } from '@zhitongche/contract';
import { useRead } from '@zhitongche/contract/web';
import { Button, Conflict, instantShort } from '@zhitongche/ui';

/** Somebody acted in between: who, when, and what is different now; what was typed stays. */
export const ConflictNotice = ({
  conflict,
  view,
  onRenew,
}: {
  readonly conflict: NonNullable<ProblemDocument['conflict']>;
  /** The case as the person saw it. */
  readonly view: CaseView;
  readonly onRenew: () => void;
}) => {
  const [shown, setShown] = useState(false);
  const now = useRead('case', { params: { case: view.row.id } }, { enabled: shown, staleTime: 0 });
  const seen = view.timeline.at(-1)?.seq ?? 0;
  const since = now.data?.timeline.filter((entry) => entry.seq > seen) ?? [];
  return (
    <>
      <Conflict by={conflict.by} at={conflict.at}>
        <Button size="small" onPress={() => setShown(true)} pending={shown && now.isPending}>
          看有什么不同
        </Button>
        <Button size="small" onPress={onRenew}>
          换成最新的再办
        </Button>
      </Conflict>
      {shown && now.data ? (
        <ul className="conflict-since">
          {since.length === 0 ? <li className="soft">没有新的经过；可能只是有人查看了隐藏信息。</li> : null}
          {since.map((entry) => (
            <li key={entry.seq}>
              <span className="soft">{instantShort(entry.at)}</span> {entry.text}
            </li>
          ))}
          {now.data.row.stepTitle === view.row.stepTitle ? null : (
            <li>
              环节由“{view.row.stepTitle}”变为“{now.data.row.stepTitle}”
            </li>
          )}
        </ul>
      ) : null}
    </>
  );
};
