import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import './Disclosure.css';

/**
 * A few links or buttons behind one button, without the weight of a menu: Tab walks them, Escape and a click elsewhere
 * close them. For verbs on a thing use ActionMenu.
 */
export const Disclosure = ({
  word,
  icon,
  children,
}: {
  readonly word: string;
  readonly icon: IconName;
  /** What is inside; `close` shuts it after something was chosen. */
  readonly children: (close: () => void) => ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const onPointer = (e: PointerEvent): void => {
      if (e.target instanceof Node && !box.current?.contains(e.target)) setOpen(false);
    };
    const onKey = (e: KeyboardEvent): void => {
      if (e.key !== 'Escape') return;
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  return (
    <div
      className="disclosure"
      ref={box}
      onBlur={(e) => {
        if (e.relatedTarget instanceof Node && !box.current?.contains(e.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={buttonClass('quiet')}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        <span>{word}</span>
      </button>
      <div id={id} className="disclosure-body" hidden={!open}>
        {open ? children(() => setOpen(false)) : null}
      </div>
    </div>
  );
};
