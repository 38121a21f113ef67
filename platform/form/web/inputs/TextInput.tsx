import { codePoints, type TextField } from '@zhitongche/form';
import { type InputProps, orNothing, textOf } from './input-props.ts';

/** Free text on one line or several; tells how much room is left when it gets tight. */
export const TextInput = ({
  field,
  value,
  onChange,
  onLeave,
  aria,
  compact = false,
}: InputProps<TextField>) => {
  const text = textOf(value);
  const shared = {
    ...aria,
    className: 'input',
    value: text,
    autoComplete: 'off',
    ...(field.pattern ? { placeholder: field.pattern.hint } : {}),
    onBlur: onLeave,
  };
  const used = codePoints(text);
  return (
    <>
      {field.lines && field.lines > 1 && !compact ? (
        <textarea {...shared} rows={field.lines} onChange={(e) => onChange(orNothing(e.target.value))} />
      ) : (
        <input {...shared} type="text" onChange={(e) => onChange(orNothing(e.target.value))} />
      )}
      {!compact && used > field.max * 0.8 ? (
        <div className="field-help number" aria-live="polite">
          {used <= field.max ? `还可填写 ${field.max - used} 字` : `超出 ${used - field.max} 字`}
        </div>
      ) : null}
    </>
  );
};
