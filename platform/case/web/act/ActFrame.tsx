import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { Button, Dialog, IconButton } from '@zhitongche/ui';
import { type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import { ActPlace } from './act-place.ts';
import './ActFrame.css';

/** What an act is taken in: its verb on the button, nothing lost by a press beside it. */
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
}) => {
  const beside = useContext(ActPlace) === 'beside';
  const foot = (
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
  );
  if (beside)
    return (
      <Beside title={act.label} foot={foot} onClose={onClose}>
        {children}
      </Beside>
    );
  return (
    <Dialog
      open
      title={`${act.label}：${view.row.title || view.row.serviceName}`}
      size={wide ? 'wide' : 'normal'}
      dismissable={false}
      onClose={onClose}
      foot={foot}
    >
      <div className="stack">{children}</div>
    </Dialog>
  );
};

/** A pane beside what is decided on: the document stays readable while the form is filled in. */
const Beside = ({
  title,
  foot,
  onClose,
  children,
}: {
  readonly title: string;
  readonly foot: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const id = useId();
  const pane = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // What is asked first may have taken the cursor already.
    if (pane.current?.contains(before) !== true) pane.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      open
      aria-labelledby={id}
      className="act-beside"
      tabIndex={-1}
      ref={pane}
      onKeyDown={(e) => {
        if (e.key === 'Escape' && !e.defaultPrevented) onClose();
      }}
    >
      <header className="act-beside-head">
        <h2 id={id} className="grow">
          {title}
        </h2>
        <IconButton icon="close" label="关闭" onPress={onClose} />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls must be reachable by keyboard */}
      <div className="act-beside-body stack" tabIndex={0}>
        {children}
      </div>
      <footer className="act-beside-foot">{foot}</footer>
    </dialog>
  );
};
