import type { ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';
import './Menu.css';

/** One entry of a {@link Menu}. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Second line: what choosing it means. */
  readonly note?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** A group of entries under a heading of its own. */
export interface MenuGroup {
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

/** Entries that open from a button; the button is the first child. */
export const Menu = ({
  label,
  button,
  groups,
  onChoose,
  chosen,
}: {
  readonly label: string;
  readonly button: ReactNode;
  readonly groups: readonly MenuGroup[];
  readonly onChoose: (id: string) => void;
  /** Ids shown as chosen; present = the menu is a set of check marks and stays open. */
  readonly chosen?: readonly string[];
}) => (
  <MenuTrigger>
    {button}
    <Popover className="menu-popover" placement="bottom end">
      <AriaMenu
        className="menu"
        aria-label={label}
        onAction={(key) => onChoose(String(key))}
        {...(chosen === undefined
          ? {}
          : { selectionMode: 'multiple' as const, selectedKeys: [...chosen], shouldCloseOnSelect: false })}
        disabledKeys={groups.flatMap((g) => g.entries.flatMap((e) => (e.disabled === true ? [e.id] : [])))}
      >
        {groups
          .filter((group) => group.entries.length > 0)
          .map((group, i) => (
            <MenuSection key={group.title ?? i} className="menu-section" aria-label={group.title ?? label}>
              {group.title === undefined ? null : <Header className="menu-heading">{group.title}</Header>}
              {group.entries.map((entry) => (
                <AriaMenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className={entry.danger === true ? 'menu-item menu-item-danger' : 'menu-item'}
                >
                  {chosen === undefined ? null : (
                    <span className="menu-check">
                      {chosen.includes(entry.id) ? <Icon name="check" /> : null}
                    </span>
                  )}
                  {entry.icon === undefined ? null : <Icon name={entry.icon} />}
                  <span className="menu-text">
                    {entry.label}
                    {entry.note === undefined ? null : <span className="menu-note">{entry.note}</span>}
                  </span>
                </AriaMenuItem>
              ))}
            </MenuSection>
          ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
