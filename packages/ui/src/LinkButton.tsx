import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { type ButtonVariant, buttonClass } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

interface LinkButtonProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> {
  readonly variant?: ButtonVariant;
  readonly size?: 'normal' | 'small' | 'large';
  readonly icon?: IconName;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLAnchorElement>;
}

const Anchor = ({ variant, size, icon, children, ...rest }: LinkButtonProps) => (
  <a {...rest} className={buttonClass(variant, size)}>
    {icon ? <Icon name={icon} /> : null}
    <span>{children}</span>
  </a>
);

/** A link to another page that carries the weight of a button; takes the router's `to`, `params`, `search`. */
export const LinkButton = createLink(Anchor);

/** A link to a file of the server, as a button. */
export const DownloadButton = (props: LinkButtonProps & { readonly href: string }) => (
  <Anchor icon="download" {...props} />
);
