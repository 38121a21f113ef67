import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button.tsx';
import './Dialog.css';

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

/** See {@link DialogProps}. */
export const Dialog = ({
  open,
  title,
  onClose,
  children,
  foot,
  size = 'normal',
  dismissable = true,
}: DialogProps) => (
  <ModalOverlay
    className="dialog-scrim"
    isOpen={open}
    isDismissable={dismissable}
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
  >
    <Modal className={`dialog-frame dialog-${size}`}>
      <AriaDialog className="dialog">
        <header className="dialog-head">
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          <IconButton icon="close" label="关闭" onPress={onClose} />
        </header>
        <div className="dialog-body">{children}</div>
        {foot ? <footer className="dialog-foot">{foot}</footer> : null}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
