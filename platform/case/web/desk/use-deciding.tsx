import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useOutbox, waitingFor } from '@zhitongche/contract/web';
import { useMe, usePageActs } from '@zhitongche/shell/web';
import { type ReactNode, useState } from 'react';
import { AGREED } from '../act/opinion-phrases.ts';
import { arrangeActs } from '../act/act-needs.ts';
import { keepWords, wordsOf } from '../act/act-draft.ts';
import { useFaultDraft } from '../act/fault-draft.ts';
import type { CaseParts } from '../case/CaseFrame.tsx';
import type { ActStart } from '../act/act-start.ts';
import { useCaseActs } from '../case/use-case-acts.tsx';
import { type Decided, decidedOf } from '../decide/decided.ts';
import { DecideBar } from '../decide/DecideBar.tsx';
import { DecidedPanel } from '../decide/DecidedPanel.tsx';
import type { Queue } from '../decide/queue.ts';
import { useQueue } from '../decide/use-queue.ts';
import { actWords } from './stand-words.ts';

/** Deciding on a case: what is offered, what an act asks beyond words, and the receipt once it is done. */
export interface Deciding {
  readonly start: (act: OpenActShape, start?: ActStart) => void;
  /** What an act asks for, while one is being taken. */
  readonly asking: ReactNode;
  /** The act being taken. */
  readonly taking: OpenActShape | undefined;
  readonly decided: Decided | null;
  readonly forget: () => void;
  readonly queue: Queue;
  /** The bar where decisions are made, or the receipt in its place. */
  readonly bar: ReactNode;
}

/** The same for the page, the column beside the inbox, and the phone. */
export const useDeciding = (
  { id, view, service, reload }: CaseParts,
  place: 'rail' | 'thumb' | 'row',
): Deciding => {
  const me = useMe();
  const [faults] = useFaultDraft(id);
  const queue = useQueue(id);
  const [decided, setDecided] = useState<Decided | null>(null);
  const receipt = (after: CaseView): Decided | null => decidedOf(after, me.id, Math.max(0, queue.place - 1));
  const taken = (after: CaseView | null): void => {
    keepWords(me.id, id, null);
    setDecided(after && receipt(after));
  };
  const quiet = (after: CaseView): boolean => place === 'thumb' && receipt(after) !== null;
  const acts = useCaseActs({
    view,
    service,
    shell: 'desk',
    quiet,
    onTaken: taken,
    reload,
  });
  const forget = (): void => setDecided(null);
  const waits = waitingFor(useOutbox(me.id), id) !== undefined;
  const [likely] = arrangeActs(view.acts).primary;
  usePageActs(
    (waits ? [] : view.acts).map((act) => ({
      key: `act ${act.act} ${act.seat ?? ''}`,
      label: actWords(view, act),
      note: view.row.title,
      icon: act.danger ? 'alert' : 'check',
      ...(act === likely && place === 'rail' ? { keys: 'a' } : {}),
      // Asked about like any other: a line picked by mistake decides nothing.
      run: () => {
        const opinion = wordsOf(me.id, id) ?? (act.kind === 'agree' ? AGREED : '');
        acts.start(act, opinion === '' || act.opinion === 'none' ? undefined : { opinion });
      },
    })),
  );
  return {
    start: acts.start,
    asking: acts.dialog,
    taking: acts.taking,
    decided,
    forget,
    queue,
    bar:
      decided === null ? (
        <DecideBar
          view={view}
          faults={faults.length}
          onAct={acts.start}
          onTaken={taken}
          quiet={quiet}
          reload={reload}
          place={place}
        />
      ) : (
        <DecidedPanel decided={decided} service={service} onBack={forget} onClose={forget} />
      ),
  };
};
