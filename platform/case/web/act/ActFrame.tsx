import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { Button, Dialog } from '@zhitongche/ui';
import type { ReactNode } from 'react';

/** The dialog an act is taken in: its verb on the button, nothing lost by a press beside it. */
export const ActFrame = ({
  act,
  view,
  wide,
  pending,
  stopped,
  onConfirm,
  onClose,
  children,
}: {
  readonly act: OpenActShape;
  readonly view: CaseView;
  readonly wide: boolean;
  readonly pending: boolean;
  /** True while the act cannot be taken at all. */
  readonly stopped: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => (
  <Dialog
    open
    title={`${act.label}：${view.row.title || view.row.serviceName}`}
    size={wide ? 'wide' : 'normal'}
    dismissable={false}
    onClose={onClose}
    foot={
      <>
        <Button onPress={onClose} isDisabled={pending}>
          先不办理
        </Button>
        <Button
          variant={act.danger ? 'danger' : 'primary'}
          pending={pending}
          isDisabled={stopped}
          onPress={onConfirm}
          // What a field says when it is left would push the button from under the pointer.
          preventFocusOnPress
        >
          确认{act.label}
        </Button>
      </>
    }
  >
    <div className="stack">{children}</div>
  </Dialog>
);
