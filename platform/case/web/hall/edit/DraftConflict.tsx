import type { Answers } from '@zhitongche/form';
import { same } from '@zhitongche/form';
import type { Service } from '@zhitongche/case';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { call, keyOf } from '@zhitongche/contract/web';
import { messageOf, Button, Conflict, lazily, toast } from '@zhitongche/ui';
import type { DraftKeeper, DraftStatus } from '@zhitongche/form/web';

const TwoVersions = lazily(() =>
  import('@zhitongche/form/web/versions/TwoVersions.tsx').then((m) => m.TwoVersions),
);

/** The draft was changed elsewhere meanwhile: both versions side by side, each place to be chosen; what is typed stays until then. */
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
  const settle = (answers: Answers): void => {
    if (!theirs) return;
    keeper.settle(answers, theirs.revision, !same(answers, theirs.answers), theirs.answers);
    setTheirs(null);
  };
  return (
    <>
      <Conflict by={status.by} at={status.at}>
        <Button variant="primary" pending={busy} onPress={() => void look()}>
          看看有什么不同
        </Button>
      </Conflict>
      {theirs ? (
        <Suspense fallback={null}>
          <TwoVersions
            form={service.form}
            base={keeper.base}
            mine={mine}
            theirs={theirs.answers}
            by={status.by}
            onSettle={settle}
            onClose={() => setTheirs(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
};
