import type { ReactNode } from 'react';
import { Button as Pressable, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import './Hint.css';

/** A small word that opens a remark beside it: the law behind a problem, the source of a figure. */
export const Hint = ({
  word,
  label,
  children,
}: {
  readonly word: string;
  readonly label?: string;
  readonly children: ReactNode;
}) => (
  <DialogTrigger>
    <Pressable className="hint-word" {...(label ? { 'aria-label': label } : {})}>
      {word}
    </Pressable>
    <Popover className="hint" offset={6}>
      <Dialog className="hint-body" aria-label={label ?? word}>
        {children}
      </Dialog>
    </Popover>
  </DialogTrigger>
);
