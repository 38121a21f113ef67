import { blocking, isDay, type Problem } from '@zhitongche/base';
import { type Answers, choice, date, text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, move, type RowContext } from '@zhitongche/register';
import { resultSet, type Review, reviewForm } from './form.ts';

/** The rule behind call-backs and what follows from them. */
export const LOOP = {
  title: '国办发〔2019〕51号《关于建立政务服务“好差评”制度提高政务服务水平的意见》',
} as const;

/** A bad review as its row keeps it. */
export const reviewOf = ({ answers }: Pick<KeptRow, 'answers'>): Review => answers;

const onDay =
  (field: string, first: (review: Review) => string | undefined) =>
  (row: KeptRow, data: KeptRow['answers'], { today }: RowContext): readonly Problem[] => {
    const day = data[field];
    if (!isDay(day)) return [];
    const before = first(reviewOf(row)) ?? day;
    return day > today || day < before
      ? [
          blocking('bad-review.day', [field], '日期在今天之后，或早于前一步', 'The day does not fit', {
            todo: `请填${before}到今天之间的日期`,
            basis: LOOP,
          }),
        ]
      : [];
  };

/** What may turn out to be written wrongly: how somebody is called and reached. */
const CORRECTED = ['name', 'contact'];

/** What somebody said, and the days by which, stay as they came; one is put aside by two people, and never off the list. */
export const asSaid = ({ answers: before }: KeptRow, answers: Answers | null): readonly Problem[] => {
  const changed =
    answers === null
      ? [[]]
      : Object.keys(reviewForm.main.fields)
          .filter((key) => !CORRECTED.includes(key) && !same(before[key], answers[key]))
          .map((key) => [key]);
  return changed.map((at) =>
    blocking('bad-review.as-said', at, '差评和期限不能改，也不能注销、合并', 'It stays as it was said', {
      todo: '只能更正称呼和联系方式；误评或恶意的，请用“认定误评或恶意”，由另一人确认',
      basis: LOOP,
    }),
  );
};

const same = (a: unknown, b: unknown): boolean => (a ?? '') === (b ?? '');

const { reached, cause, result } = resultSet.fields;

/** From the review to its end: somebody calls back, the cause is found and mended, and the person is asked again. */
export const stages: GivenStages = {
  first: 'open',
  list: {
    open: '待回访',
    late: '逾期未回访',
    mending: '整改中',
    closed: { label: '已办结', ends: true },
    dropped: { label: '误评或恶意', ends: true },
  },
  moves: [
    move('lapse', '逾期未回访', 'open', 'late', { roles: [] }),
    move('call', '登记回访', ['open', 'late'], 'mending', {
      basis: LOOP,
      asks: {
        calledOn: date('回访日期', { required: true }),
        reached: choice(reached.label, reached.options, { required: true }),
        heard: text('回访情况', { max: 500, lines: 3, required: true }),
      },
      fits: onDay('calledOn', ({ day }) => day),
    }),
    move('close', '整改办结', 'mending', 'closed', {
      basis: LOOP,
      asks: {
        cause: choice(cause.label, cause.options, { required: true }),
        fix: text('整改措施', { max: 500, lines: 3, required: true }),
        closedOn: date('办结日期', { required: true }),
        result: choice(result.label, result.options, { required: true }),
      },
      fits: onDay('closedOn', ({ calledOn }) => calledOn),
    }),
    move('drop', '认定误评或恶意', ['open', 'late', 'mending'], 'dropped', {
      second: true,
      basis: LOOP,
      asks: { why: text('核实情况', { max: 500, lines: 3, required: true }) },
    }),
  ],
};
