import { dayInChinese, halfWidth, isDay, type Json } from '@zhitongche/base';
import type { DateTimeField } from '../field.ts';
import { asText, english, type FieldCodec, fault, sound, unsound, VERBS } from './codec.ts';

const FORM = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)$/;

/** Instant, ISO, of a minute as it is kept: `2026-10-01T23:50` in Asia/Shanghai; undefined for anything else. */
export const instantOf = (value: Json | undefined): string | undefined => {
  if (typeof value !== 'string' || !FORM.test(value) || !isDay(value.slice(0, 10))) return undefined;
  return new Date(`${value.replace(' ', 'T')}:00+08:00`).toISOString();
};

/** The minute of an instant as it is kept, the seconds cut off. */
export const minuteOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);

/** Reads, shows and blanks a minute of a day. */
export const dateTimeCodec: FieldCodec<DateTimeField> = {
  verb: VERBS.choose,
  read(field, raw) {
    const typed = typeof raw === 'string' ? halfWidth(raw.slice(0, 40)).trim() : raw;
    if (typeof typed !== 'string' || instantOf(typed) === undefined || typed < '1800' || typed > '2200')
      return unsound(
        fault(
          'date-time',
          `「${field.label}」不是有效的日期和时间`,
          `${english(field)} is not a valid date and time`,
          {
            todo: '请按“年-月-日 时:分”填写，如2026-03-05 09:30',
          },
        ),
      );
    return sound(typed.replace(' ', 'T'));
  },
  show(_field, value, lang) {
    const [day = '', time = ''] = asText(value).split('T');
    return lang === 'zh' && isDay(day) ? `${dayInChinese(day)}${time}` : `${day} ${time}`.trim();
  },
  blank: () => '',
};
