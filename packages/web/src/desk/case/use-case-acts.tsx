import type { Service } from '@zhitongche/kernel';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { CaseView, OpenActShape } from '../../api/types.ts';

const ActDialog = lazy(() => import('./act/ActDialog.tsx').then((m) => ({ default: m.ActDialog })));

/** The act being taken on a case, and the dialog that asks what it needs. */
export const useCaseActs = ({
  id,
  view,
  service,
  onTaken,
  onReload,
}: {
  readonly id: string;
  readonly view: CaseView;
  readonly service: Service;
  readonly onTaken: (view: CaseView | null) => void;
  readonly onReload: () => void;
}): { readonly start: (act: OpenActShape) => void; readonly dialog: ReactNode } => {
  const [act, setAct] = useState<OpenActShape | null>(null);
  return {
    start: setAct,
    dialog:
      act === null ? null : (
        <Suspense>
          <ActDialog
            id={id}
            act={act}
            view={view}
            service={service}
            onTaken={(after) => {
              setAct(null);
              onTaken(after);
            }}
            onReload={() => {
              onReload();
              setAct(null);
            }}
            onClose={() => setAct(null)}
          />
        </Suspense>
      ),
  };
};
