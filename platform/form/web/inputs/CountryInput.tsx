import type { CountryField } from '@zhitongche/form';
import { useMemo } from 'react';
import { useFormContext } from '../form-context.ts';
import { ComboInput } from './ComboInput.tsx';
import { type InputProps, textOf } from './input-props.ts';
import { useShared } from '@zhitongche/ui';

/** A country or region, found by Chinese name, alias, English, code or pinyin initials. */
export const CountryInput = ({ field, value, onChange, onLeave, aria }: InputProps<CountryField>) => {
  const { language } = useShared();
  const { countries } = useFormContext();
  const items = useMemo(
    () =>
      countries.map((c) =>
        language === 'en' && c.en
          ? { id: c.name, name: c.en, words: c.words }
          : { id: c.name, name: c.name, note: c.en, words: c.words },
      ),
    [countries, language],
  );
  return (
    <ComboInput
      aria={aria}
      label={field.label}
      items={items}
      picked={textOf(value)}
      onPick={onChange}
      onLeave={onLeave}
    />
  );
};
