import { isDay, halfWidth, type Json, dayInChinese } from '@zhitongche/base';
import type { ChoiceField, ChoicesField, CountryField, DateField, Option, YesNoField } from '../field.ts';
import {
  asText,
  english,
  type FieldCodec,
  fault,
  type Lang,
  sound,
  unsound,
  VERBS,
  wrongType,
} from './codec.ts';

/** Days outside these years are mistyped rather than meant; births of archive files reach back to 1800. */
const SANE = { from: '1800-01-01', to: '2199-12-31' };

/** Reads, shows and blanks calendar days. */
export const dateCodec: FieldCodec<DateField> = {
  verb: VERBS.choose,
  read(field, raw, { today }) {
    const day = typeof raw === 'string' ? halfWidth(raw.slice(0, 40)).trim() : raw;
    if (!isDay(day) || day < SANE.from || day > SANE.to) {
      return unsound(
        fault('date', `「${field.label}」不是有效日期`, `${english(field)} is not a valid date`, {
          todo: '请按“年-月-日”填写，如2026-03-05',
        }),
      );
    }
    if (field.min !== undefined && day < field.min) {
      const first = dayInChinese(field.min);
      return unsound(
        fault(
          'too-early',
          `「${field.label}」不能早于${first}`,
          `${english(field)} must not be before ${field.min}`,
          { todo: `请选择${first}或以后的日期` },
        ),
      );
    }
    if (field.max !== undefined && day > field.max) {
      const last = dayInChinese(field.max);
      return unsound(
        fault(
          'too-late',
          `「${field.label}」不能晚于${last}`,
          `${english(field)} must not be after ${field.max}`,
          { todo: `请选择${last}或以前的日期` },
        ),
      );
    }
    if (field.past && today !== undefined && day > today) {
      return unsound(
        fault('to-come', `「${field.label}」还没有到`, `${english(field)} is still to come`, {
          todo: '请核对日期；已经发生的才登记',
        }),
      );
    }
    return sound(day);
  },
  show: (_field, value, lang) => (lang === 'zh' ? dayInChinese(asText(value)) : asText(value)),
  blank: () => '',
};

const labelOf = (options: readonly Option[], value: Json, lang: Lang): string => {
  const option = options.find((o) => o.value === value);
  return option ? ((lang === 'en' ? option.en : undefined) ?? option.label) : asText(value);
};

const notOffered = (field: ChoiceField | ChoicesField) =>
  unsound(
    fault(
      'not-an-option',
      `「${field.label}」所选内容不在可选范围内`,
      `${english(field)}: the choice is not among the options`,
      { todo: offered(field) },
    ),
  );

/** Options written out; of a longer list only its beginning, for the whole stands in the field. */
const LISTED = 20;

const offered = (field: ChoiceField | ChoicesField): string => {
  const labels = field.options.slice(0, LISTED).map(({ label }) => label);
  const rest = field.options.length > LISTED ? `等${field.options.length}项` : '';
  return `请填${field.kind === 'choice' ? '其一' : '以下各项'}：${labels.join('、')}${rest}`;
};

/** Reads, shows and blanks a pick of one. */
export const choiceCodec: FieldCodec<ChoiceField> = {
  verb: VERBS.choose,
  read: (field, raw) =>
    typeof raw === 'string' && field.options.some((o) => o.value === raw) ? sound(raw) : notOffered(field),
  show: (field, value, lang) => labelOf(field.options, value, lang),
  blank: () => '',
};

/** Reads, shows and blanks a pick of several; kept in the order of the options, each once. */
export const choicesCodec: FieldCodec<ChoicesField> = {
  verb: VERBS.choose,
  read(field, raw) {
    if (!Array.isArray(raw) || raw.length > field.options.length * 2) {
      return wrongType(field, '若干选项', 'a list of options');
    }
    const picked = new Set<Json>(raw);
    const known = field.options.filter((o) => picked.has(o.value)).map((o) => o.value);
    return known.length === picked.size ? sound(known) : notOffered(field);
  },
  show: (field, value, lang) =>
    (Array.isArray(value) ? value : [])
      .map((v) => labelOf(field.options, v, lang))
      .join(lang === 'zh' ? '、' : ', '),
  blank: () => [],
};

/** Reads, shows and blanks a yes or no; a new form has neither. */
export const yesNoCodec: FieldCodec<YesNoField> = {
  verb: VERBS.choose,
  read: (field, raw) => (typeof raw === 'boolean' ? sound(raw) : wrongType(field, '“是”或“否”', 'yes or no')),
  show: (_field, value, lang) =>
    value === true ? (lang === 'zh' ? '是' : 'Yes') : lang === 'zh' ? '否' : 'No',
  blank: () => undefined,
};

/** Reads, shows and blanks a country or region; aliases become the official name of the office's table. */
export const countryCodec: FieldCodec<CountryField> = {
  verb: VERBS.choose,
  read(field, raw, tools) {
    if (typeof raw !== 'string' || raw.length > 60) return wrongType(field, '国家（地区）名称', 'a country');
    const name = raw.trim();
    const official = tools.country ? tools.country(name) : name;
    if (official !== undefined) return sound(official);
    return unsound(
      fault(
        'unknown-country',
        `「${field.label}」中的“${name}”不在国家（地区）表内`,
        `${english(field)}: ${name} is not in the table of countries and regions`,
        { todo: '请从列表中选择规范名称' },
      ),
    );
  },
  show: (_field, value) => asText(value),
  blank: () => '',
};
