import { Field } from '@zhitongche/ui';

/** A password as it is typed. */
export const SecretField = ({
  id,
  label,
  help,
  isNew = false,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly isNew?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => (
  <Field id={id} label={label} required {...(help === undefined ? {} : { help })}>
    {(aria) => (
      <input
        {...aria}
        className="input"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={200}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    )}
  </Field>
);
