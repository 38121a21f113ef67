import { type TextField, text } from '@zhitongche/form';

/** A field for a time of day, which must be given; in a table its width is that of the column. */
export const timeOfDay = (label: string, more: Pick<TextField, 'width'> = {}): TextField =>
  text(label, {
    max: 5,
    required: true,
    pattern: { regex: '^([01]\\d|2[0-3]):[0-5]\\d$', hint: '时:分，如 09:00' },
    ...more,
  });
