import { instantOf, type DateTimeField } from '@zhitongche/form';
import { weekdayOf } from '@zhitongche/ui';
import { type InputProps, orNothing, textOf } from './input-props.ts';

/** A minute of a day by the device's own picker, with its weekday beside it. */
export const DateTimeInput = ({
  value,
  onChange,
  onLeave,
  aria,
  compact = false,
}: InputProps<DateTimeField>) => {
  const text = textOf(value);
  const read = instantOf(text) !== undefined;
  return (
    <div className="input-with-unit">
      <input
        {...aria}
        className="input"
        type="datetime-local"
        value={read ? text : ''}
        min="1900-01-01T00:00"
        max="2199-12-31T23:59"
        onChange={(e) => onChange(orNothing(e.target.value))}
        onBlur={onLeave}
      />
      {compact ? null : (
        <span className="input-unit">
          {text !== '' && !read ? <>原填“{text}”</> : weekdayOf(text.slice(0, 10))}
        </span>
      )}
    </div>
  );
};
