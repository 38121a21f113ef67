import {
  compareDecimals,
  moneyText,
  isDecimal,
  placesOf,
  roundDecimal,
  halfWidth,
  type Json,
  type Problem,
} from '@zhitongche/base';
import type { DecimalField, NumberField } from '../field.ts';
import { asText, english, type FieldCodec, fault, sound, unsound, VERBS, wrongType } from './codec.ts';

const typed = (raw: string): string => halfWidth(raw.slice(0, 60)).replace(/[\s,]/g, '');

const bounds = (
  field: NumberField | DecimalField,
  tooSmall: boolean,
  tooLarge: boolean,
): readonly Problem[] => {
  const unit = field.unit ?? '';
  if (tooSmall) {
    return [
      fault(
        'too-small',
        `「${field.label}」不能小于${field.min}${unit}`,
        `${english(field)} must be at least ${field.min}`,
        { todo: `请填写不小于${field.min}的数` },
      ),
    ];
  }
  if (tooLarge) {
    return [
      fault(
        'too-large',
        `「${field.label}」不能大于${field.max}${unit}`,
        `${english(field)} must be at most ${field.max}`,
        { todo: `请填写不大于${field.max}的数` },
      ),
    ];
  }
  return [];
};

const integerOf = (raw: Json): number | undefined => {
  const value = typeof raw === 'string' && /^-?\d{1,16}$/.test(typed(raw)) ? Number(typed(raw)) : raw;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
};

/** Reads, shows and blanks whole numbers; digits typed as text (also full-width) are taken. */
export const integerCodec: FieldCodec<NumberField> = {
  verb: VERBS.fill,
  read(field, raw) {
    const value = integerOf(raw);
    if (value === undefined) return wrongType(field, '整数', 'a whole number');
    const outside = bounds(
      field,
      field.min !== undefined && value < field.min,
      field.max !== undefined && value > field.max,
    );
    // Adding zero turns -0 into 0, which JSON and people do not tell apart.
    return outside.length > 0 ? unsound(...outside) : sound(value + 0);
  },
  // GB/T 15835—2011: up to four digits need no separation; a year with one is misread.
  show: (field, value) =>
    field.unit === undefined && /^\d{1,4}$/.test(asText(value))
      ? asText(value)
      : `${moneyText(asText(value))}${field.unit ?? ''}`,
  blank: () => undefined,
};

/** Reads, shows and blanks decimals; the stored text always has the field's number of places. */
export const decimalCodec: FieldCodec<DecimalField> = {
  verb: VERBS.fill,
  read(field, raw) {
    const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? typed(raw) : '';
    if (!isDecimal(text)) return wrongType(field, '数字', 'a number');
    const exact = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
    if (placesOf(exact) > field.scale) {
      return unsound(
        fault(
          'too-precise',
          `「${field.label}」最多保留${field.scale}位小数`,
          `${english(field)} takes at most ${field.scale} decimal places`,
          { todo: `请四舍五入到${field.scale}位小数` },
        ),
      );
    }
    const value = roundDecimal(exact, field.scale).replace(/^-(?=[0.]+$)/, '');
    const outside = bounds(
      field,
      field.min !== undefined && compareDecimals(value, field.min) < 0,
      field.max !== undefined && compareDecimals(value, field.max) > 0,
    );
    return outside.length > 0 ? unsound(...outside) : sound(value);
  },
  show: (field, value) => `${moneyText(asText(value))}${field.unit ?? ''}`,
  blank: () => '',
};
