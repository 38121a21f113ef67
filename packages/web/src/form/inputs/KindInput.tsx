import type { FieldKind } from '@zhitongche/kernel';
import type { FieldOf } from '@zhitongche/kernel/faces/face.ts';
import { type ComponentType, createElement } from 'react';
import { TableInput } from '../table/TableInput.tsx';
import { ChoiceInput, ChoicesInput, YesNoInput } from './ChoiceInput.tsx';
import { CountryInput } from './CountryInput.tsx';
import { DateInput } from './DateInput.tsx';
import { FilesInput } from './FilesInput.tsx';
import { IdentifierInput } from './IdentifierInput.tsx';
import type { InputProps } from './input-props.ts';
import { DecimalInput, IntegerInput } from './NumberInput.tsx';
import { TextInput } from './TextInput.tsx';
import './inputs.css';

/** The input of every field kind; a kind without one does not compile. */
export const INPUTS: { readonly [K in FieldKind]: ComponentType<InputProps<FieldOf<K>>> } = {
  text: TextInput,
  integer: IntegerInput,
  decimal: DecimalInput,
  date: DateInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  'yes-no': YesNoInput,
  country: CountryInput,
  'citizen-id': IdentifierInput,
  uscc: IdentifierInput,
  phone: IdentifierInput,
  email: IdentifierInput,
  passport: IdentifierInput,
  files: FilesInput,
  table: TableInput,
};

/** The input for whatever kind of field it is given. */
export const KindInput = (props: InputProps) =>
  createElement(INPUTS[props.field.kind] as ComponentType<InputProps>, props);
