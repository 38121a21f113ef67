import { SelectField, TextField } from '@zhitongche/ui';
import type { ComponentProps } from 'react';
import type { PolicyLine } from './policy-words.ts';

const YES_NO = [
  ['yes', '是'],
  ['no', '否'],
] as const;

const listHelp = (among: PolicyLine['among']): string =>
  `各项之间用顿号、逗号或空格分开。${among ? `可选：${Object.values(among).join('、')}。` : ''}`;

/** The new figure as its kind is typed: yes or no, a number, a list. */
export const PolicyValueField = ({
  line: { unit, type, among },
  ...bound
}: Omit<ComponentProps<typeof SelectField>, 'options' | 'label'> & { readonly line: PolicyLine }) => {
  const field = { ...bound, label: unit === '' ? '新的值' : `新的值（${unit}）`, required: true };
  return type === 'yes-no' ? (
    <SelectField {...field} options={YES_NO} />
  ) : (
    <TextField
      {...field}
      inputMode={type === 'number' ? 'decimal' : 'text'}
      {...(type === 'list' ? { help: listHelp(among) } : {})}
    />
  );
};
