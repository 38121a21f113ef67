import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button.tsx';
import type { DialogProps } from './dialog-props.ts';
import { useShared } from './words.ts';
import './ModalDialog.css';

/** The dialog itself, with the overlay machinery it needs; pages use Dialog, which loads this when it first opens. */
export const ModalDialog = ({
  open,
  title,
  onClose,
  children,
  foot,
  size = 'normal',
  dismissable = true,
}: DialogProps) => {
  const { say } = useShared();
  return (
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
            <IconButton icon="close" label={say('关闭', 'Close')} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {foot ? <footer className="dialog-foot">{foot}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
