import { type AnswersOf, choice, date, form, options, table, text } from '@zhitongche/form';

/** Kinds of rule, the highest first. */
export const SORTS = {
  law: '法律',
  regulation: '行政法规',
  treaty: '条约',
  notice: '规范性文件',
  standard: '国家标准',
  local: '地方和部门规定',
  practice: '办理须知',
  own: '本单位制度',
  budget: '部门预算公开',
} as const;

/** How far somebody has read it. */
export const READ = { unread: '原文未核', cited: '所引条款已核', whole: '原文已核' } as const;

/** What is kept of a law or a notice. */
export const lawForm = form({
  law: {
    title: '法规文件',
    fields: {
      title: text('名称', { max: 200, required: true, also: ['文件名称', '法规名称'], width: 8 }),
      number: text('文号', { max: 80, also: ['发文字号'], width: 4 }),
      sort: choice('效力层级', options(SORTS), { required: true, width: 4 }),
      issuer: text('制定机关', { max: 120, also: ['发文机关'], width: 8 }),
      issued: date('公布日期', { width: 4 }),
      from: date('施行日期', { width: 4 }),
      until: date('失效日期', { width: 4 }),
      read: choice('原文核对', options(READ), { required: true, width: 4 }),
      source: text('文本来源', { max: 200, help: '从哪里读到的：公报、网站、纸质件', width: 8 }),
      text: text('正文', { max: 60_000, lines: 12, help: '可只录引用到的条款' }),
    },
  },
  cited: {
    title: '在本系统中的引用',
    intro: '系统里出现的依据，写的正是下面的名称时，指向这一条。',
    fields: {
      names: table(
        '引用名称',
        { name: text('名称', { max: 200, required: true }) },
        { maxRows: 50, rowName: '个', names: ['name'] },
      ),
      note: text('备注', { max: 500, lines: 3 }),
    },
  },
});

/** Answers to it. */
export type Law = AnswersOf<typeof lawForm>;
