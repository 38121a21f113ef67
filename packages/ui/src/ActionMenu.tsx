import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { ReactElement } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import './ActionMenu.css';

/** One verb of a menu. */
export interface MenuAction {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onAction: () => void;
}

/** Verbs behind one button (`trigger`); arrow keys and first letters work. */
export const ActionMenu = ({
  label,
  trigger,
  actions,
}: {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly actions: readonly MenuAction[];
}) => (
  <MenuTrigger>
    {trigger}
    <Popover className="menu-pop" placement="bottom end" offset={4}>
      <Menu className="menu" aria-label={label}>
        {actions.map((a) => (
          <MenuItem
            key={a.key}
            id={a.key}
            textValue={a.label}
            isDisabled={a.disabled ?? false}
            className={cx('menu-item', a.danger && 'menu-item-danger')}
            onAction={a.onAction}
          >
            {a.icon ? <Icon name={a.icon} /> : null}
            {a.label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  </MenuTrigger>
);
