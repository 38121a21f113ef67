import { form, table, text } from '@zhitongche/form';
import type { Problem } from '@zhitongche/base';
import { describe, expect, it } from 'vitest';
import { problemLabel } from './problem-label.ts';

const trip = form({
  a: {
    title: '甲',
    fields: {
      group: text('团组名称', { max: 9 }),
      members: table('团组人员', { name: text('姓名', { max: 9 }) }, { maxRows: 9, rowName: '人' }),
    },
  },
});
const problem = (message: string, ...at: readonly (string | number)[]): Problem => ({
  code: 'x',
  level: 'block',
  at,
  message,
  en: '',
});

describe('where a problem is, said once', () => {
  it('a sentence that names its field needs no label', () => {
    expect(problemLabel(trip, problem('请填写「团组名称」', 'group'))).toBe('');
    expect(problemLabel(trip, problem('名称过于笼统', 'group'))).toBe('团组名称');
  });

  it('a sentence that names its row needs only the table', () => {
    expect(problemLabel(trip, problem('第2人：请填写「姓名」', 'members', 1, 'name'))).toBe('团组人员');
    expect(problemLabel(trip, problem('姓名与证件不符', 'members', 1, 'name'))).toBe(
      '团组人员 › 第2人 › 姓名',
    );
  });

  it('a problem of one file among several belongs to the field of the files', () => {
    expect(problemLabel(trip, problem('附件没有上传到本办件', 'members', 0, 'name', 0))).toBe(
      '团组人员 › 第1人 › 姓名',
    );
  });

  it('a problem of the whole form has none', () => {
    expect(problemLabel(trip, problem('预算超出总额'))).toBe('');
  });
});
