import { useId } from 'react';
import { codePoints, type TextField } from '@zhitongche/form';
import { type InputProps, orNothing, textOf } from './input-props.ts';
import { KnownInput } from './KnownInput.tsx';
import { asksTime, HALF_HOURS, tidyTime } from './times.ts';
import { useShared } from '@zhitongche/ui';

/** Free text, or a name that may be on record. */
export const TextInput = (props: InputProps<TextField>) =>
  props.field.pick ? <KnownInput {...props} from={props.field.pick} /> : <PlainText {...props} />;

/** Free text on one line or several; tells how much room is left when it gets tight, and offers half hours for a time of day. */
const PlainText = ({ field, value, onChange, onLeave, aria, compact = false }: InputProps<TextField>) => {
  const { say } = useShared();
  const text = textOf(value);
  const hours = useId();
  const timed = asksTime(field);
  const shared = {
    ...aria,
    className: 'input',
    value: text,
    autoComplete: 'off',
    ...(field.pattern ? { placeholder: field.pattern.hint } : {}),
    onBlur: () => {
      const tidy = timed ? tidyTime(text) : text;
      if (tidy !== text) onChange(orNothing(tidy));
      onLeave();
    },
  };
  const used = codePoints(text);
  return (
    <>
      {field.lines && field.lines > 1 && !compact ? (
        <textarea {...shared} rows={field.lines} onChange={(e) => onChange(orNothing(e.target.value))} />
      ) : (
        <input
          {...shared}
          type="text"
          {...(timed ? { list: hours } : {})}
          onChange={(e) => onChange(orNothing(e.target.value))}
        />
      )}
      {timed ? (
        <datalist id={hours}>
          {HALF_HOURS.map((time) => (
            <option key={time}>{time}</option>
          ))}
        </datalist>
      ) : null}
      {!compact && !timed && used > field.max * 0.8 ? (
        <div className="field-help number" aria-live="polite">
          {used <= field.max
            ? say(`还可填写 ${field.max - used} 字`, `${field.max - used} characters left`)
            : say(`超出 ${used - field.max} 字`, `${used - field.max} characters too many`)}
        </div>
      ) : null}
    </>
  );
};
