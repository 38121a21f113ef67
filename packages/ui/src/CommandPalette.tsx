import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';
import './CommandPalette.css';

/** One line of the palette. */
export interface PaletteLine {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly icon: IconName;
  /** The key that does the same without the palette. */
  readonly keys?: string;
}

/** A box over the page in which one types and picks a line, by arrows and Enter or by pressing it. */
export const CommandPalette = <L extends PaletteLine>({
  label,
  typed,
  onType,
  groups,
  onPick,
  onClose,
  onKeys,
}: {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly groups: readonly { readonly title: string; readonly commands: readonly L[] }[];
  readonly onPick: (line: L) => void;
  readonly onClose: () => void;
  /** Asks for the sheet of keys. */
  readonly onKeys: () => void;
}) => (
  <ModalOverlay
    className="palette-scrim"
    isOpen
    isDismissable
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
  >
    <Modal className="palette">
      <Dialog className="palette-box" aria-label={label}>
        <Autocomplete inputValue={typed} onInputChange={onType}>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a box somebody opened to type in */}
          <SearchField className="palette-field" aria-label={label} autoFocus>
            <Icon name="search" />
            <Input className="palette-input" placeholder={label} />
          </SearchField>
          <Menu
            className="palette-list"
            aria-label="找到的"
            items={groups.map((group) => ({ ...group, id: group.title }))}
            renderEmptyState={() => <p className="palette-none">没有找到“{typed}”，换个词，或打拼音首字母</p>}
          >
            {({ title, commands }) => (
              <MenuSection id={title}>
                <Header className="palette-head">{title}</Header>
                {commands.map((line) => (
                  <MenuItem
                    key={line.key}
                    id={line.key}
                    textValue={line.label}
                    className="palette-line"
                    onAction={() => onPick(line)}
                  >
                    <Icon name={line.icon} />
                    <span className="palette-text">
                      <span>{line.label}</span>
                      {line.note ? <span className="soft">{line.note}</span> : null}
                    </span>
                    {line.keys === undefined ? null : <kbd>{line.keys}</kbd>}
                    <kbd className="palette-enter">↵</kbd>
                  </MenuItem>
                ))}
              </MenuSection>
            )}
          </Menu>
        </Autocomplete>
        <footer className="palette-foot">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> 选
          </span>
          <span>
            <kbd>↵</kbd> 打开
          </span>
          <span>
            <kbd>{'>'}</kbd> 只找能做的事
          </span>
          <button type="button" className="palette-keys" onClick={onKeys}>
            <kbd>?</kbd> 全部按键
          </button>
        </footer>
      </Dialog>
    </Modal>
  </ModalOverlay>
);
