import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Refusal } from './Refusal.tsx';
import { useShared } from './words.ts';

/** Asks once more before an act: what will happen, the verb itself on the button, and the refusal in place if it fails. */
export const ConfirmSheet = ({
  open,
  title,
  verb,
  danger = false,
  pending = false,
  error,
  ready = true,
  onConfirm,
  onClose,
  children,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly verb: string;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly error?: unknown;
  /** False while something it asks for is missing. */
  readonly ready?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) => {
  const { say } = useShared();
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      dismissable={!pending}
      foot={
        <>
          <Button onPress={onClose} isDisabled={pending}>
            {say(`先不${verb}`, 'Not now')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            pending={pending}
            isDisabled={!ready}
            onPress={onConfirm}
          >
            {verb}
          </Button>
        </>
      }
    >
      <div className="stack">
        {children}
        <Refusal error={error} />
      </div>
    </Dialog>
  );
};
