import { isJsonObject, type Json } from '@zhitongche/base';
import type { PickField } from '@zhitongche/form';
import { useRead } from '@zhitongche/contract/web';
import { useMemo, useState } from 'react';
import { ComboInput } from './ComboInput.tsx';
import type { InputProps } from './input-props.ts';

const MINUTE = 60_000;

const pickedOf = (value: Json | undefined): { readonly id: string; readonly title: string } | undefined =>
  isJsonObject(value) && typeof value.id === 'string' && typeof value.title === 'string'
    ? { id: value.id, title: value.title }
    : undefined;

/** An organisation or a row of a register, found on the server by part of its name. */
export const PickInput = ({ field, value, onChange, onLeave, aria }: InputProps<PickField>) => {
  const [typed, setTyped] = useState('');
  const found = useRead(
    'picks',
    { params: { from: field.from }, query: { q: typed } },
    { staleTime: MINUTE },
  );
  const picked = pickedOf(value);
  const items = useMemo(() => {
    const there = (found.data ?? []).map(({ id, title, note }) => ({
      id,
      name: title,
      ...(note === '' ? {} : { note }),
      words: [title, note],
    }));
    // What was picked before stays called by its name, whatever is looked for now.
    return picked && !there.some(({ id }) => id === picked.id)
      ? [...there, { id: picked.id, name: picked.title, words: [picked.title] }]
      : there;
  }, [found.data, picked]);
  return (
    <ComboInput
      aria={aria}
      label={field.label}
      items={items}
      picked={picked?.id ?? ''}
      hint="输入名称查找"
      onType={setTyped}
      onPick={(id) => {
        const item = items.find((one) => one.id === id);
        onChange(item ? { id: item.id, title: item.name } : undefined);
      }}
      onLeave={onLeave}
    />
  );
};
