import {
  type Answers,
  type Field,
  type Fields,
  type Form,
  readAnswers,
  type ReadTools,
} from '@zhitongche/form';
import type { Json } from '@zhitongche/base';

const file = (field: Field): Json => ({
  id: 'example',
  name: `示例.${field.kind === 'files' ? field.accept[0] : 'pdf'}`,
  size: 1_024,
  type: 'application/octet-stream',
  digest: '0'.repeat(64),
});

/** A value that is sound for its kind; patterns and cross-field checks are beyond it. */
const exampleOf = (field: Field, today: string, country: string): Json => {
  switch (field.kind) {
    case 'text':
      return '示例'.slice(0, field.max);
    case 'integer':
      return field.min ?? Math.min(1, field.max ?? 1);
    case 'decimal':
      return field.min ?? '1';
    case 'date':
      return field.min !== undefined && field.min > today ? field.min : today;
    case 'date-time':
      return `${today}T09:00`;
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'choices':
      return field.options.slice(0, 1).map((option) => option.value);
    case 'yes-no':
      return false;
    case 'country':
      return country;
    case 'citizen-id':
      return '11010519491231002X';
    case 'uscc':
      return '91350100M000100Y43';
    case 'passport':
      return 'PE1234567';
    case 'phone':
      return '0311-87801234';
    case 'email':
      return 'example@example.com';
    case 'pick':
      return { id: '00000000-0000-7000-8000-000000000001', title: '示例' };
    case 'files':
      return [file(field)];
    case 'table':
      return Array.from({ length: Math.max(1, field.minRows ?? 1) }, () =>
        exampleFields(field.columns, today, country),
      );
    default:
      return field satisfies never;
  }
};

const exampleFields = (fields: Fields, today: string, country: string): { readonly [key: string]: Json } =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, exampleOf(field, today, country)]));

/** Answers that fill every field of a small form soundly; what is not asked falls away. */
export const exampleAnswers = (
  form: Form,
  today: string,
  tools: ReadTools = {},
  country = '法国',
): Answers => {
  const all = Object.assign(
    {},
    ...Object.values(form).map((section) => exampleFields(section.fields, today, country)),
  ) as Answers;
  return readAnswers(form, all, tools).kept;
};
