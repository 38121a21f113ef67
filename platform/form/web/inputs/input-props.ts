import type { At, Json } from '@zhitongche/base';
import type { Field } from '@zhitongche/form';
import type { FieldAria } from '@zhitongche/ui';

/** What every input is given, whatever it asks. */
export interface InputProps<F extends Field = Field> {
  readonly field: F;
  readonly at: At;
  /** The answer as it stands, sound or not. */
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  /** The person has left the input. */
  readonly onLeave: () => void;
  readonly aria: FieldAria;
  /** Inside a table cell: no extras, takes focus at once. */
  readonly compact?: boolean;
}

/** The text an input starts from; answers of another type show as nothing. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Empty text is no answer. */
export const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);
