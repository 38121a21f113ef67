import { Suspense } from 'react';
import type { DialogProps } from './dialog-props.ts';
import { lazily } from './again.ts';

// Holding focus and hiding the rest of the page takes 33 KB that no first paint should wait for.
const ModalDialog = lazily(() => import('./ModalDialog.tsx').then((m) => m.ModalDialog));

/** Something that must be dealt with first: a dialog on wide screens, a sheet from below on phones. */
export const Dialog = (props: DialogProps) =>
  props.open ? (
    <Suspense fallback={null}>
      <ModalDialog {...props} />
    </Suspense>
  ) : null;

export type { DialogProps };
