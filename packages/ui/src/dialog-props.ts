import type { ReactNode } from 'react';

/** Something that must be dealt with first: a dialog on wide screens, a sheet from below on phones. */
export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the fixed foot, the likely one last. */
  readonly foot?: ReactNode;
  readonly size?: 'normal' | 'wide' | 'full';
  /** False when a click outside must not throw typed text away. */
  readonly dismissable?: boolean;
}
