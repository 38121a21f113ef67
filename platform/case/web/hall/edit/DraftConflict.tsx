import { type Answers, showAnswer } from '@zhitongche/form';
import type { Service } from '@zhitongche/case';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, keyOf } from '@zhitongche/contract/web';
import { messageOf, Button, Conflict, Dialog, toast } from '@zhitongche/ui';
import type { DraftKeeper, DraftStatus } from '@zhitongche/form/web';
import { differences } from './differences.ts';
import './DraftConflict.css';

/** The draft was changed elsewhere meanwhile: see what differs, then keep mine or take theirs. */
export const DraftConflict = ({
  service,
  caseId,
  status,
  mine,
  keeper,
}: {
  readonly service: Service;
  readonly caseId: string;
  readonly status: Extract<DraftStatus, { readonly is: 'conflict' }>;
  readonly mine: Answers;
  readonly keeper: DraftKeeper;
}) => {
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<{ readonly answers: Answers; readonly revision: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    setBusy(true);
    try {
      const view = await call('case', { params: { case: caseId } });
      client.setQueryData(keyOf('case', { params: { case: caseId } }), view);
      setTheirs({
        answers: view.draft?.answers ?? view.state.answers,
        revision: view.draft?.revision ?? status.revision,
      });
    } catch (error) {
      toast(messageOf(error), 'danger');
    } finally {
      setBusy(false);
    }
  };
  const settle = (keep: 'mine' | 'theirs'): void => {
    if (!theirs) return;
    keeper.settle(keep === 'mine' ? mine : theirs.answers, theirs.revision, keep === 'mine');
    setTheirs(null);
  };
  return (
    <>
      <Conflict by={status.by} at={status.at}>
        <Button variant="primary" pending={busy} onPress={() => void look()}>
          看看有什么不同
        </Button>
      </Conflict>
      <Dialog
        open={theirs !== null}
        size="wide"
        title="两份内容的不同之处"
        onClose={() => setTheirs(null)}
        foot={
          <>
            <Button onPress={() => settle('theirs')}>改用对方的内容</Button>
            <Button variant="primary" onPress={() => settle('mine')}>
              保留我的内容
            </Button>
          </>
        }
      >
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">填报项</th>
              <th scope="col">我的内容</th>
              <th scope="col">{status.by || '对方'}的内容</th>
            </tr>
          </thead>
          <tbody>
            {theirs
              ? differences(service.form, mine, theirs.answers).map((d) => (
                  <tr key={d.key}>
                    <th scope="row">{d.field.label}</th>
                    <td>{showAnswer(d.field, d.mine) || '（未填）'}</td>
                    <td>{showAnswer(d.field, d.theirs) || '（未填）'}</td>
                  </tr>
                ))
              : null}
          </tbody>
        </table>
      </Dialog>
    </>
  );
};
