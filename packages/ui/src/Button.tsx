import type { ReactNode } from 'react';
import { Button as Pressable, type ButtonProps as PressableProps } from 'react-aria-components';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import './Button.css';

/** How loud a button is: one `primary` per place, `danger` apart from the rest, `quiet` inside rows. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

/** Class names of a button, shared with links that look like one. */
export const buttonClass = (
  variant: ButtonVariant = 'plain',
  size: 'normal' | 'small' | 'large' = 'normal',
  iconOnly = false,
): string =>
  cx('button', `button-${variant}`, size !== 'normal' && `button-${size}`, iconOnly && 'button-icon');

/** Settings of a {@link Button}. */
export interface ButtonProps extends Omit<PressableProps, 'className' | 'children' | 'style'> {
  readonly variant?: ButtonVariant;
  readonly size?: 'normal' | 'small' | 'large';
  readonly icon?: IconName;
  /** True while its work is under way: the button stays, keeps focus and says so. */
  readonly pending?: boolean;
  /** What to say instead of the verb while pending; the verb stays when absent. */
  readonly pendingText?: string;
  readonly children: ReactNode;
}

const WAITING = { 'data-pending': true, 'aria-busy': true, type: 'button', onPress: () => {} } as const;

/** A button with a verb on it. */
export const Button = ({
  variant,
  size,
  icon,
  pending = false,
  pendingText,
  children,
  ...rest
}: ButtonProps) => (
  // Not react-aria's own `isPending`: it leaves an unlabelled image in the page for the announcement.
  <Pressable {...rest} {...(pending ? WAITING : {})} className={buttonClass(variant, size)}>
    {pending ? <span className="button-spinner" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
    <span>{pending && pendingText ? pendingText : children}</span>
  </Pressable>
);

/** A button that shows only an icon; `label` is what it says to those who cannot see it, and the hint on hover. */
export const IconButton = ({
  label,
  icon,
  variant = 'quiet',
  size = 'normal',
  ...rest
}: Omit<ButtonProps, 'children' | 'icon' | 'pending' | 'pendingText'> & {
  readonly label: string;
  readonly icon: IconName;
}) => (
  <Pressable
    {...rest}
    aria-label={label}
    className={buttonClass(variant, size, true)}
    render={(props) => <button {...props} type={props.type ?? 'button'} title={label} />}
  >
    <Icon name={icon} />
  </Pressable>
);
