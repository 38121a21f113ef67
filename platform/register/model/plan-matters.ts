import { type Basis, blocking, type Json, type Problem } from '@zhitongche/base';
import type { Role } from '@zhitongche/access';
import { type Answers, date, form, type Section, table, text } from '@zhitongche/form';
import { type Move, type RowContext, STAYS } from './kind.ts';
import type { KeptRow } from './row.ts';

/** How what was done is written down where no service does it, in the words of those who do. */
export interface ByHand {
  /** Who records it of an approved item. */
  readonly roles: readonly Role[];
  /** What one of them is called: 调研. */
  readonly matter: string;
  /** What names it: 报告题目. */
  readonly number: string;
  /** Its days: when it began, when it is due, when it was done. */
  readonly from: string;
  readonly until: string;
  readonly backOn: string;
}

/** What a kind of plan says of itself wherever one of its items is judged. */
export interface PlanTerms {
  readonly basis: Basis;
  readonly measure: string;
  /** Absent = cases alone do its items. */
  readonly byHand?: ByHand | undefined;
}

/** A matter that does a plan item, as it stands. */
export interface Matter {
  /** Number people know it by, and the case where it is one. */
  readonly number: string;
  readonly case?: string;
  readonly from?: string;
  readonly until?: string;
  readonly backOn?: string;
}

/** A plan item as its row keeps it, beside what its kind asks. */
export interface PlanItem {
  readonly number?: string;
  readonly planned?: string;
  readonly count?: number;
  readonly matters?: readonly Matter[];
}

/** A row of a plan as an item. */
export const itemOf = ({ answers }: Pick<KeptRow, 'answers'>): PlanItem => answers;

/** How many of an item are planned. */
export const plannedOf = ({ count = 1 }: PlanItem): number => count;

/** What became of an item is kept by moves: the letter that approved it, the matters that do it, how it stood before. */
export const planSet = ({ byHand }: PlanTerms): Section => ({
  title: '批复和执行',
  fields: {
    letter: text('批复文号', { max: 60 }),
    letterOn: date('批复日期'),
    swap: text('置换', { max: 120 }),
    matters: table(
      '执行',
      {
        number: text(byHand?.number ?? '办件', { max: 60, required: true }),
        case: text('办件标识', { max: 36, shown: () => false }),
        from: date(byHand?.from ?? '开始'),
        until: date(byHand?.until ?? '结束'),
        backOn: date(byHand?.backOn ?? '完成'),
      },
      { maxRows: 100, rowName: '件', names: ['number'] },
    ),
    versions: table(
      '调整',
      {
        on: date('日期', { required: true }),
        was: text('原计划', { max: 120, required: true }),
        now: text('调整后', { max: 120, required: true }),
        why: text('理由', { max: 300, required: true }),
        letter: text('文号', { max: 60 }),
      },
      { maxRows: 100, rowName: '次', names: ['on'] },
    ),
  },
});

/** What an answer says in words; empty where it says nothing. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
/** The matters of an item. */
export const mattersOf = (row: Pick<KeptRow, 'answers'>): readonly Matter[] => itemOf(row).matters ?? [];

/** Stages in which an item may be done by cases. */
const LIVE = ['drafted', 'sent', 'listed', 'approved'] as const;
const DAYS = ['from', 'until', 'backOn'] as const;

/** A matter named anew stands in the place of what it was. */
const named = (matters: readonly Matter[], one: Matter): readonly Matter[] =>
  matters.some(({ number }) => number === one.number)
    ? matters.map((old) => (old.number === one.number ? one : old))
    : [...matters, one];

const optional = (data: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(keys.flatMap((key) => (data[key] ? [[key, data[key]]] : [])));

const done = (row: KeptRow, data: Answers): Answers => ({
  matters: named(mattersOf(row), {
    number: textOf(data['number']),
    ...optional(data, ['case', ...DAYS]),
  }) as unknown as Json,
});

const undone = (row: KeptRow, data: Answers): Answers => ({
  matters: mattersOf(row).filter(({ number }) => number !== data['number']) as unknown as Json,
});

const byCases: readonly Move[] = [
  {
    key: 'do',
    label: '执行',
    from: LIVE,
    to: STAYS,
    roles: [],
    form: form({
      do: {
        title: '执行',
        fields: {
          number: text('办件', { max: 60, required: true }),
          case: text('办件标识', { max: 36 }),
          from: date('开始'),
          until: date('结束'),
          backOn: date('完成'),
        },
      },
    }),
    sets: done,
    frees: true,
  },
  {
    key: 'undo',
    label: '不再执行',
    from: LIVE,
    to: STAYS,
    roles: [],
    form: form({
      undo: { title: '不再执行', fields: { number: text('办件', { max: 60, required: true }) } },
    }),
    sets: undone,
    frees: true,
  },
];

/** Days of what was done stand in their order, and nothing is done on a day to come. */
const inOrder = (
  words: ByHand,
  { from, until, backOn }: Answers,
  { today }: RowContext,
): readonly Problem[] => {
  const before = (at: 'until' | 'backOn', day: Json | undefined): readonly Problem[] =>
    textOf(day) !== '' && textOf(day) < textOf(from)
      ? [
          blocking('plan.order', [at], `${words[at]}早于${words.from}`, 'Before it began', {
            todo: '请核对日期',
          }),
        ]
      : [];
  return [
    ...before('until', until),
    ...before('backOn', backOn),
    ...(textOf(backOn) > today
      ? [
          blocking('plan.to-come', ['backOn'], `${words.backOn}还没有到`, 'Still to come', {
            todo: '完成之后再登记',
          }),
        ]
      : []),
  ];
};

const recorded = (words: ByHand): readonly Move[] => [
  {
    key: 'do',
    label: '登记执行',
    from: ['approved'],
    to: STAYS,
    roles: words.roles,
    form: form({
      do: {
        title: '登记执行',
        intro: `每次${words.matter}登记一次；${words.number}相同的，换下以前登记的。`,
        fields: {
          number: text(words.number, { max: 60, required: true }),
          from: date(words.from, { required: true, width: 4 }),
          until: date(words.until, { width: 4 }),
          backOn: date(words.backOn, { width: 4 }),
        },
      },
    }),
    fits: (_row, data, context) => inOrder(words, data, context),
    sets: done,
  },
  {
    key: 'undo',
    label: '撤下执行',
    from: ['approved'],
    to: STAYS,
    roles: words.roles,
    form: form({
      undo: {
        title: '撤下执行',
        fields: {
          number: text(words.number, { max: 60, required: true }),
          why: text('理由', { max: 300, required: true }),
        },
      },
    }),
    needs: (row) =>
      mattersOf(row).length === 0
        ? [blocking('plan.not-done', [], '还没有登记执行', 'Nothing was done', { todo: '没有可以撤下的' })]
        : [],
    fits: (row, data) =>
      mattersOf(row).length === 0 || mattersOf(row).some(({ number }) => number === data['number'])
        ? []
        : [
            blocking('plan.not-done', ['number'], '没有登记过这一项', 'Nothing of that name was done', {
              todo: `已登记：${mattersOf(row)
                .map(({ number }) => number)
                .join('、')}`,
            }),
          ],
    sets: undone,
  },
];

/** The moves by which an item is done and no longer done: by cases alone, or by hand where no service does it. */
export const matterMoves = ({ byHand }: PlanTerms): readonly Move[] => (byHand ? recorded(byHand) : byCases);
