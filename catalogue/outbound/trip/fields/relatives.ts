import { choice, integer, text, yesNo, type RowOf } from '@zhitongche/form';
import { OPTIONS } from '../choices.ts';

const PERSONAL = { sensitivity: 'personal' } as const;
const ASKED = { required: true, ...PERSONAL } as const;

/** Columns of the family table: one row per relative of a traveller, who is named as in the members table. */
export const relativeColumns = {
  traveller: text('出访人员', { max: 30, required: true, also: ['出访人员姓名', '申请人'] }),
  relation: choice('称谓', OPTIONS.relations, ASKED),
  name: text('姓名', { max: 30, ...ASKED }),
  age: integer('年龄', { min: 0, max: 120, unit: '岁', ...ASKED }),
  politics: choice('政治面貌', OPTIONS.politics, ASKED),
  employer: text('工作单位', { max: 60, ...ASKED, help: '没有工作单位的写明在读、退休、务农等' }),
  post: text('职务', { max: 60, ...PERSONAL }),
  residence: text('居住地', { max: 60, ...ASKED }),
  foreignNationality: yesNo('取得外国国籍', ASKED),
  foreignResidence: yesNo('有国（境）外长期、永久居留权', ASKED),
};

/** One relative. */
export type Relative = RowOf<typeof relativeColumns>;
