import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button, type ButtonVariant } from './Button.tsx';
import type { IconName } from './Icon.tsx';
import './PopoverButton.css';

/** A button that opens a small panel beside it: choices of columns, saved filters. */
export const PopoverButton = ({
  label,
  icon,
  variant = 'plain',
  children,
}: {
  readonly label: string;
  readonly icon?: IconName;
  readonly variant?: ButtonVariant;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}) => (
  <DialogTrigger>
    <Button variant={variant} {...(icon === undefined ? {} : { icon })}>
      {label}
    </Button>
    <Popover className="popover-panel" placement="bottom end" offset={4}>
      <Dialog className="popover-body" aria-label={label}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </Popover>
  </DialogTrigger>
);
