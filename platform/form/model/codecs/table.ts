import type { TableField } from '../field.ts';
import type { Json, Problem } from '@zhitongche/base';
import { english, type FieldCodec, fault, isMissing, VERBS, wrongType } from './codec.ts';

const rowCount = (field: TableField, count: number): readonly Problem[] => {
  if (field.minRows !== undefined && count < field.minRows) {
    return [
      fault(
        'too-few-rows',
        `「${field.label}」至少填写${field.minRows}${field.rowName}，现有${count}${field.rowName}`,
        `${english(field)} needs at least ${field.minRows} rows, now ${count}`,
        { todo: `请再添加${field.minRows - count}${field.rowName}` },
      ),
    ];
  }
  if (count > field.maxRows) {
    return [
      fault(
        'too-many-rows',
        `「${field.label}」最多填写${field.maxRows}${field.rowName}，现有${count}${field.rowName}`,
        `${english(field)} takes at most ${field.maxRows} rows, now ${count}`,
        { todo: `请删除多余的${count - field.maxRows}${field.rowName}` },
      ),
    ];
  }
  return [];
};

/** Reads and shows sub-tables: every row by its columns, at most `maxRows` of them; the form supplies the row reader. */
export const tableCodec: Omit<FieldCodec<TableField>, 'blank'> = {
  verb: VERBS.add,
  read(field, raw, tools) {
    if (!Array.isArray(raw)) return wrongType(field, '表格', 'a table');
    const given: readonly Json[] = raw;
    const problems: Problem[] = [...rowCount(field, given.length)];
    const rows = given.slice(0, field.maxRows).map((row, index) => {
      const reading = tools.row(field.columns, row);
      for (const problem of reading.problems) {
        problems.push({
          ...problem,
          at: [index, ...problem.at],
          message: `第${index + 1}${field.rowName}：${problem.message}`,
          en: `Row ${index + 1}: ${problem.en}`,
        });
      }
      return reading.value ?? {};
    });
    return { value: rows, problems };
  },
  show: (field, value, lang) => {
    const count = isMissing(value) || !Array.isArray(value) ? 0 : value.length;
    return lang === 'zh' ? `${count}${field.rowName}` : String(count);
  },
};
