import { call, useRead } from '@zhitongche/contract/web';
import type { At } from '@zhitongche/base';
import type { OnRecord, TextField } from '@zhitongche/form';
import { messageOf, toast } from '@zhitongche/ui';
import { useDeferredValue, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useFormContext } from '../form-context.ts';
import { type InputProps, orNothing, textOf } from './input-props.ts';

const MINUTE = 60_000;

/** A name that may be on record: typed freely, or picked from the register, which then fills what stands beside it. */
export const KnownInput = ({
  field,
  from,
  at,
  value,
  onChange,
  onLeave,
  aria,
}: InputProps<TextField> & { readonly from: OnRecord }) => {
  const { set } = useFormContext();
  const text = textOf(value);
  const [typing, setTyping] = useState(false);
  const typed = useDeferredValue(text.trim());
  const found = useRead(
    'picks',
    { params: { from: from.register }, query: { q: typed } },
    { staleTime: MINUTE, enabled: typing },
  );
  const items = typing ? (found.data ?? []) : [];
  const take = async (id: string): Promise<void> => {
    try {
      const known = await call('picked', { params: { from: from.register, id } });
      const beside: At = at.slice(0, -1);
      for (const [key, answer] of Object.entries(from.fill(known.answers))) set([...beside, key], answer);
      onLeave();
    } catch (failure) {
      toast(messageOf(failure), 'danger');
    }
  };
  return (
    <ComboBox
      aria-label={field.label}
      className="combo"
      allowsCustomValue
      menuTrigger={from.offered ? 'focus' : 'input'}
      // What is on record is told a moment later: a list that opened only when something is in it would miss it.
      allowsEmptyCollection
      items={items}
      defaultFilter={() => true}
      inputValue={text}
      selectedKey={null}
      isInvalid={aria['aria-invalid'] ?? false}
      onInputChange={(next) => {
        setTyping(true);
        if (next !== text) onChange(orNothing(next));
      }}
      onSelectionChange={(key) => {
        setTyping(false);
        if (key !== null) void take(String(key));
      }}
      onFocus={() => {
        if (from.offered) setTyping(true);
      }}
      onBlur={() => {
        setTyping(false);
        onLeave();
      }}
    >
      <Input
        id={aria.id}
        className="input"
        autoComplete="off"
        aria-describedby={aria['aria-describedby']}
        placeholder={
          from.offered ? '从登记的里选，没有的可以填' : `输入${field.label}或拼音首字母，可从登记的里选`
        }
      />
      <Popover className="combo-pop" offset={4}>
        <ListBox
          className="combo-list"
          renderEmptyState={() => (
            <div className="combo-none">{found.isFetching ? '正在查找…' : '没有登记过，按您填写的办'}</div>
          )}
        >
          {(item: (typeof items)[number]) => (
            <ListBoxItem id={item.id} textValue={item.title} className="combo-item">
              <span>{item.title}</span>
              {item.note ? <span className="soft">{item.note}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
};
