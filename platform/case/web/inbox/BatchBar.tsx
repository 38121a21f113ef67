import { Suspense, useState } from 'react';
import type { CaseRow } from '@zhitongche/contract';
import { Button, lazily } from '@zhitongche/ui';

const BatchDialog = lazily(() => import('./BatchDialog.tsx').then((m) => m.BatchDialog));

/** What can be done with the chosen rows, at the foot of the list. */
export const BatchBar = ({
  rows,
  onClear,
  onDone,
}: {
  readonly rows: readonly CaseRow[];
  readonly onClear: () => void;
  readonly onDone: () => void;
}) => {
  const [deciding, setDeciding] = useState(false);
  return (
    <section className="batch-bar" aria-label="批量办理">
      <span>
        已选 <strong>{rows.length}</strong> 件
      </span>
      <span className="grow" />
      <Button variant="quiet" onPress={onClear}>
        取消选择
      </Button>
      <Button variant="primary" onPress={() => setDeciding(true)}>
        批量办理
      </Button>
      {deciding ? (
        <Suspense>
          <BatchDialog
            rows={rows}
            onClose={(changed) => {
              setDeciding(false);
              if (changed) onDone();
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
};
