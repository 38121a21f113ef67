import type { RegisterKind } from '@zhitongche/register';
import { Button, lazily } from '@zhitongche/ui';
import { Suspense, useState } from 'react';
import type { RowLine } from './columns.ts';
import { MOST } from './many.ts';

const ManyDialog = lazily(() => import('./ManyDialog.tsx').then((m) => m.ManyDialog));

/** How many rows are chosen, and the way to act on all of them. */
export const ManyBar = ({
  kind,
  rows,
  picked,
  onPicked,
  onClose,
}: {
  readonly kind: RegisterKind;
  /** Rows that are here. */
  readonly rows: readonly RowLine[];
  readonly picked: ReadonlySet<string>;
  readonly onPicked: (ids: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}) => {
  const [acting, setActing] = useState(false);
  const chosen = rows.filter(({ id }) => picked.has(id));
  return (
    <section className="kept-many" aria-label="成批办理">
      <span aria-live="polite">
        已选 {chosen.length} {kind.measure}
        {chosen.length > MOST ? `，一次最多 ${MOST} ${kind.measure}` : ''}
      </span>
      <Button variant="quiet" size="small" onPress={() => onPicked(new Set(rows.map(({ id }) => id)))}>
        选眼前全部
      </Button>
      <span className="grow" />
      <Button
        variant="primary"
        size="small"
        isDisabled={chosen.length === 0 || chosen.length > MOST}
        onPress={() => setActing(true)}
      >
        办理
      </Button>
      <Button variant="quiet" size="small" onPress={onClose}>
        不选了
      </Button>
      {acting ? (
        <Suspense fallback={null}>
          <ManyDialog kind={kind} rows={chosen} onClose={() => setActing(false)} onDone={onClose} />
        </Suspense>
      ) : null}
    </section>
  );
};
