import type { DecimalField, NumberField } from '@zhitongche/form';
import { amountText } from '@zhitongche/ui';
import { type InputProps, orNothing, textOf } from './input-props.ts';

/** Whole numbers: digits become a number, anything else stays as typed for the rules to judge. */
export const IntegerInput = ({ field, value, onChange, onLeave, aria }: InputProps<NumberField>) => (
  <div className="input-with-unit">
    <input
      {...aria}
      className="input number"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      value={textOf(value)}
      onChange={(e) => {
        const text = e.target.value.trim();
        onChange(/^-?\d{1,15}$/.test(text) ? Number(text) : orNothing(text));
      }}
      onBlur={onLeave}
    />
    {field.unit ? <span className="input-unit">{field.unit}</span> : null}
  </div>
);

/** Money and rates, kept as text so that no cent is lost; large amounts are read back in groups. */
export const DecimalInput = ({
  field,
  value,
  onChange,
  onLeave,
  aria,
  compact = false,
}: InputProps<DecimalField>) => {
  const text = textOf(value);
  const grouped = amountText(text);
  return (
    <>
      <div className="input-with-unit">
        <input
          {...aria}
          className="input number"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(e) => onChange(orNothing(e.target.value.trim()))}
          onBlur={onLeave}
        />
        {field.unit ? <span className="input-unit">{field.unit}</span> : null}
      </div>
      {!compact && grouped !== text ? (
        <div className="field-help number">
          {grouped}
          {field.unit ?? ''}
        </div>
      ) : null}
    </>
  );
};
