import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { type FieldAria, Icon, useShared } from '@zhitongche/ui';

/** Something to pick: its id, its name, a word behind it, and all it may be found by. */
export interface ComboItem {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly words: readonly string[];
}

const SHOWN = 60;

const found = (items: readonly ComboItem[], typed: string): readonly ComboItem[] => {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return items;
  const rank = (item: ComboItem): number => {
    const words = item.words.map((w) => w.toLowerCase());
    if (words.some((w) => w === wanted)) return 0;
    if (words.some((w) => w.startsWith(wanted))) return 1;
    return words.some((w) => w.includes(wanted)) ? 2 : 3;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((r) => r.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((r) => r.item);
};

/** Pick one of many by typing part of it. What was answered before stays shown even when it is not in the list. */
export const ComboInput = ({
  aria,
  label,
  items,
  picked,
  hint,
  onType,
  onPick,
  onLeave,
}: {
  readonly aria: FieldAria;
  readonly label: string;
  readonly items: readonly ComboItem[];
  readonly picked: string;
  /** What the empty box says. */
  readonly hint?: string;
  /** Hears what is typed, where the items are found elsewhere. */
  readonly onType?: (typed: string) => void;
  readonly onPick: (id: string | undefined) => void;
  readonly onLeave: () => void;
}) => {
  const { say } = useShared();
  const nameOf = (id: string): string => items.find((i) => i.id === id)?.name ?? id;
  const [typed, setTyped] = useState<string | null>(null);
  const list = useMemo(() => found(items, typed ?? '').slice(0, SHOWN), [items, typed]);
  return (
    <ComboBox
      aria-label={label}
      className="combo"
      menuTrigger="focus"
      allowsEmptyCollection
      items={list}
      inputValue={typed ?? nameOf(picked)}
      selectedKey={picked === '' ? null : picked}
      isInvalid={aria['aria-invalid'] ?? false}
      onInputChange={(next) => {
        setTyped(next);
        onType?.(next === nameOf(picked) ? '' : next);
      }}
      onSelectionChange={(key) => {
        if (key !== null) onPick(String(key));
        setTyped(null);
      }}
      onBlur={() => {
        if (typed === '') onPick(undefined);
        setTyped(null);
        onLeave();
      }}
    >
      <Input
        id={aria.id}
        className="input"
        aria-describedby={aria['aria-describedby']}
        placeholder={hint ?? say('输入名称或拼音首字母', 'Type part of the name')}
      />
      <Button className="combo-open" aria-label={say('展开列表', 'Open the list')}>
        <Icon name="chevron-down" />
      </Button>
      <Popover className="combo-pop" offset={4}>
        <ListBox
          className="combo-list"
          renderEmptyState={() => (
            <div className="combo-none">{say('没有找到，请换个词', 'Nothing found; try another word')}</div>
          )}
        >
          {(item: ComboItem) => (
            <ListBoxItem id={item.id} textValue={item.name} className="combo-item">
              <span>{item.name}</span>
              {item.note ? <span className="soft">{item.note}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};
