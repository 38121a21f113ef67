import type { InputHTMLAttributes } from 'react';
import { Field, type FieldProps } from './Field.tsx';

/** What a field with one plain input takes: its words and what is typed; the value is always text. */
export interface InputFieldProps extends Omit<FieldProps, 'children' | 'group'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field of one line, or of several when `rows` is given. */
export const TextField = ({
  value,
  onChange,
  rows,
  maxLength,
  inputMode,
  autoComplete,
  readOnly,
  spellCheck,
  ...field
}: InputFieldProps & {
  readonly rows?: number;
} & Pick<
    InputHTMLAttributes<HTMLElement>,
    'maxLength' | 'inputMode' | 'autoComplete' | 'readOnly' | 'spellCheck'
  >) => (
  <Field {...field}>
    {(aria) => {
      const own = { ...aria, className: 'input', value, maxLength, readOnly, spellCheck };
      return rows === undefined ? (
        <input
          {...own}
          inputMode={inputMode}
          autoComplete={autoComplete}
          onChange={(e) => onChange(e.target.value)}
        />
      ) : (
        <textarea {...own} rows={rows} onChange={(e) => onChange(e.target.value)} />
      );
    }}
  </Field>
);

/** A field of one calendar day, `YYYY-MM-DD`; empty while none is chosen. */
export const DateField = ({ value, onChange, ...field }: InputFieldProps) => (
  <Field {...field}>
    {(aria) => (
      <input
        {...aria}
        type="date"
        className="input"
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    )}
  </Field>
);

/** A field of one choice among few, each a value with its words. */
export const SelectField = ({
  value,
  onChange,
  options,
  disabled = false,
  ...field
}: InputFieldProps & {
  readonly options: Iterable<readonly [value: string, label: string]>;
  readonly disabled?: boolean;
}) => (
  <Field {...field}>
    {(aria) => (
      <select
        {...aria}
        className="input"
        value={value}
        disabled={disabled}
        onChange={(e) => onChange(e.target.value)}
      >
        {[...options].map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
