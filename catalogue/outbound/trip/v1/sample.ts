import type { Answers, Fields } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { sampleUpload } from '../../../shared/sample-upload.ts';
import { tripFormV1 } from './form.ts';

const known = (fields: Fields, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]): readonly (readonly [string, Json | undefined])[] => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (!field) return [];
      if (field.kind !== 'table' || !Array.isArray(value)) return [[key, value]];
      return [[key, value.map((row: Json) => (isRow(row) ? plain(known(field.columns, row)) : row))]];
    }),
  );

const isRow = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plain = (answers: Answers): Json =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const FIELDS: Fields = Object.assign({}, ...Object.values(tripFormV1).map(({ fields }) => fields));

/** A sample trip as it was filed under version 1: without what was not asked then, with the two ticks and the sealed form. */
export const asFiledThen = (answers: Answers): Answers => ({
  ...known(FIELDS, answers),
  taskAgreed: true,
  budgetAgreed: true,
  budgetForm: sampleUpload('budget', '任务和预算审批意见表'),
});
