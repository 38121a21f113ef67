import type { DateField } from '@zhitongche/form';
import { isDay } from '@zhitongche/base';
import { useShared, weekdayOf } from '@zhitongche/ui';
import { type InputProps, orNothing, textOf } from './input-props.ts';

/** A calendar day by the device's own picker, with its weekday beside it. */
export const DateInput = ({
  field,
  value,
  onChange,
  onLeave,
  aria,
  compact = false,
}: InputProps<DateField>) => {
  const { say } = useShared();
  const text = textOf(value);
  const unread: boolean = text !== '' && !isDay(text);
  return (
    <div className="input-with-unit">
      <input
        {...aria}
        className="input"
        type="date"
        value={isDay(text) ? text : ''}
        min={field.min ?? '1900-01-01'}
        max={field.max ?? '2199-12-31'}
        onChange={(e) => onChange(orNothing(e.target.value))}
        onBlur={onLeave}
      />
      {compact ? null : (
        <span className="input-unit">
          {unread ? say(`原填“${text}”`, `“${text}” stood here`) : say(weekdayOf(text), '')}
        </span>
      )}
    </div>
  );
};
