import {
  date,
  decimal,
  form,
  integer,
  table,
  text,
  type AnswersOf,
  type DecimalField,
} from '@zhitongche/form';

/** Figures a budget is held to as a whole, by the words people use; the same keys as the budget's categories. */
export const CATEGORIES = {
  total: '支出总计',
  personnel: '人员经费',
  publicUse: '公用经费',
  project: '项目支出',
  threePublic: '“三公”经费',
} as const;

/** Key of a category. */
export type CategoryKey = keyof typeof CATEGORIES;

const money = (label: string, required: boolean): DecimalField =>
  decimal(label, { scale: 2, min: '0', unit: '万元', required });

const figures = (required: boolean) => ({
  total: money(CATEGORIES.total, required),
  personnel: money(CATEGORIES.personnel, required),
  publicUse: money(CATEGORIES.publicUse, required),
  project: money(CATEGORIES.project, required),
  threePublic: money(CATEGORIES.threePublic, false),
});

const pinned = {
  title: '所报版本',
  en: 'Version',
  fields: {
    version: integer('版本', { required: true, min: 1, max: 999_999 }),
    digest: text('内容摘要（SM3）', {
      required: true,
      max: 64,
      pattern: { regex: '^[0-9a-f]{64}$', hint: '64位摘要' },
    }),
    ...figures(false),
  },
};

const differing = text('勾稽不符的说明', { max: 1000, lines: 3, help: '有核对不符时必填，逐处写明原因' });

/** 处室报送需求: what a division asks for next year. */
export const requestForm = form({
  request: {
    title: '下一年度资金需求',
    en: 'Requests',
    fields: {
      projects: table(
        '项目需求',
        {
          name: text('项目名称', { max: 100, required: true }),
          amount: money('金额', true),
          reason: text('理由和测算依据', { max: 500, lines: 2, required: true }),
        },
        { maxRows: 50, rowName: '项', importable: true },
      ),
      note: text('说明', { max: 500, lines: 2, help: '没有需求的写明“无”' }),
    },
  },
});

/** 提交一上: pins the version that goes to the finance department. */
export const firstForm = form({
  pin: pinned,
  words: {
    title: '一上说明',
    en: 'First draft',
    fields: {
      changes: text('与上年相比的主要变化', { max: 2000, lines: 4, required: true }),
      differing,
    },
  },
});

/** 一下: the control figures, beside number, date and file of the letter that brings them. */
export const controlForm = form({
  control: {
    title: '控制数',
    en: 'Control figures',
    intro: '照财政部门下达的通知填写，二上各项不得超过。',
    fields: { ...figures(true), note: text('通知中的其他要求', { max: 1000, lines: 3 }) },
  },
});

/** 提交二上: pins the draft within the control figures. */
export const secondForm = form({
  pin: pinned,
  words: {
    title: '二上说明',
    en: 'Second draft',
    fields: {
      gap: text('与控制数的差额说明', { max: 1000, lines: 3, help: '低于控制数的项目必填' }),
      differing,
    },
  },
});

/** 二下: the approved figures, beside number, date and file of the approval. */
export const approvalForm = form({
  approval: {
    title: '批复数',
    en: 'Approved figures',
    intro: '照批复填写；与二上不同的，下一步按批复调整。',
    fields: { ...figures(true), note: text('批复中的调整和要求', { max: 1000, lines: 3 }) },
  },
});

/** 按批复定稿: pins the budget as approved. */
export const adoptedForm = form({
  pin: pinned,
  words: { title: '定稿说明', en: 'Adopted', fields: { differing } },
});

/** 登记公开: which version is public since when. */
export const publishedForm = form({
  pin: pinned,
  words: { title: '公开', en: 'Publication', fields: { publishedOn: date('公开日期', { required: true }) } },
});

/** Answers that pin a version. */
export type PinAnswers = AnswersOf<typeof firstForm>;
