import { usePrintable } from '@zhitongche/form/web';
import { SelectField, TextField } from '@zhitongche/ui';
import type { ComponentProps } from 'react';
import type { OrgRow } from '../orgs/org-tree.ts';
import { printedAt } from './refused.ts';

/** A text that papers will print: says while it is typed what no font can draw. */
export const PrintedField = ({
  label,
  problems = [],
  ...field
}: Omit<ComponentProps<typeof TextField>, 'label'> & { readonly label: string }) => (
  <TextField {...field} label={label} problems={printedAt(usePrintable()(label, field.value), problems)} />
);

/** One of the organisations given, by name; `first` stands above them with no organisation. */
export const OrgField = ({
  orgs,
  first,
  ...field
}: Omit<ComponentProps<typeof SelectField>, 'options'> & {
  readonly orgs: readonly OrgRow[];
  readonly first?: string;
}) => (
  <SelectField
    {...field}
    options={[
      ...(first === undefined ? [] : [['', first] as const]),
      ...orgs.map((org) => [org.id, org.name] as const),
    ]}
  />
);

/** What was typed with blanks around it cut, only where something was typed. */
export const filledIn = <K extends string>(
  typed: Readonly<Record<K, string>>,
  ...keys: readonly K[]
): Partial<Record<K, string>> =>
  Object.fromEntries(
    keys.map((key) => [key, typed[key].trim()] as const).filter(([, text]) => text !== ''),
  ) as Partial<Record<K, string>>;
