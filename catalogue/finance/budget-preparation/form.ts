import {
  choice,
  form,
  integer,
  options,
  soundAnswers,
  text,
  type Answers,
  type AnswersOf,
} from '@zhitongche/form';

/** Table sets a budget may be drawn up in; the same keys as the budget's layouts. */
export const LAYOUTS = { hebei: '九表（河北版式）', shanxi: '十三表（山西版式）' } as const;

/** Whose budget of which year; the tables themselves are kept as versions beside the case. */
export const preparationForm = form({
  budget: {
    title: '预算编制',
    en: 'Budget',
    intro: '表格、绩效目标在编制页填写，每次报出的内容固定为一版，以摘要为证。',
    fields: {
      year: integer('预算年度', { required: true, min: 2000, max: 2100 }),
      department: text('部门名称', { required: true, max: 60 }),
      code: text('部门编码', { max: 20 }),
      layout: choice('表格版式', options(LAYOUTS), { required: true }),
      posts: integer('编制人数', { min: 0, max: 100_000, unit: '人' }),
      staff: integer('实有人数', { min: 0, max: 100_000, unit: '人' }),
    },
  },
});

/** Sound answers to the form. */
export type PreparationAnswers = AnswersOf<typeof preparationForm>;

/** The sound answers of a case. */
export const readPreparation = (answers: Answers): PreparationAnswers =>
  soundAnswers(preparationForm, answers);
