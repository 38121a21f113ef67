import type { FieldKind, FieldOf } from '@zhitongche/form';
import { type ComponentType, createElement } from 'react';
import { ChoiceInput, ChoicesInput, YesNoInput } from './ChoiceInput.tsx';
import { CountryInput } from './CountryInput.tsx';
import { DateInput } from './DateInput.tsx';
import { DateTimeInput } from './DateTimeInput.tsx';
import { FilesInput } from './FilesInput.tsx';
import { IdentifierInput } from './IdentifierInput.tsx';
import type { InputProps } from './input-props.ts';
import { DecimalInput, IntegerInput } from './NumberInput.tsx';
import { PickInput } from './PickInput.tsx';
import { TextInput } from './TextInput.tsx';
import './inputs.css';

/** Kinds that are one value or one list; a sub-table is a grid of them. */
export type PlainKind = Exclude<FieldKind, 'table'>;

/** The input of every plain kind; a kind without one does not compile. */
const INPUTS: { readonly [K in PlainKind]: ComponentType<InputProps<FieldOf<K>>> } = {
  text: TextInput,
  integer: IntegerInput,
  decimal: DecimalInput,
  date: DateInput,
  'date-time': DateTimeInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  'yes-no': YesNoInput,
  country: CountryInput,
  pick: PickInput,
  'citizen-id': IdentifierInput,
  uscc: IdentifierInput,
  phone: IdentifierInput,
  email: IdentifierInput,
  passport: IdentifierInput,
  files: FilesInput,
};

/** The input for whatever plain kind it is given. */
export const PlainInput = (props: InputProps<FieldOf<PlainKind>>) =>
  createElement(INPUTS[props.field.kind] as ComponentType<InputProps<FieldOf<PlainKind>>>, props);
