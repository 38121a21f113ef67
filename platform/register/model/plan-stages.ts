import { blocking, isDay, isJsonObject, type Json, type Problem } from '@zhitongche/base';
import type { Role } from '@zhitongche/access';
import { type Answers, date, form, integer, pick, text } from '@zhitongche/form';
import { pickedFact } from './booking-checks.ts';
import type { Move, RowContext, Stages } from './kind.ts';
import { itemOf, matterMoves, mattersOf, plannedOf, type PlanTerms, textOf } from './plan-matters.ts';
import type { KeptRow } from './row.ts';

/** Who does what with a plan. */
export interface PlanDesks {
  /** Who hands in the items of a unit. */
  readonly units: readonly Role[];
  /** Who consolidates them. */
  readonly desks: readonly Role[];
  /** Who records the letter that approves. */
  readonly approves: readonly Role[];
}

const said = (count: number, planned: string | undefined, measure: string): string =>
  `${count}${measure}，${planned ?? ''}`;

/** What a plan item may not become: smaller than what was done under it. */
export const tooSmall = (
  row: KeptRow,
  count: Json | undefined,
  { basis, measure, byHand }: PlanTerms,
): readonly Problem[] => {
  const done = mattersOf(row).length;
  return typeof count === 'number' && count < done
    ? [
        blocking(
          'plan.below-done',
          ['count'],
          `已经执行${done}${measure}（${mattersOf(row)
            .map(({ number }) => number)
            .join('、')}），计划不能减到${count}${measure}`,
          'A plan may not shrink below what was done',
          { todo: `请填不少于${done}的数；确需核减的先${byHand ? '撤下执行' : '撤销办件'}`, basis },
        ),
      ]
    : [];
};

/** A plan is of one year: nothing of another stands in its place. */
const otherYear = (
  row: KeptRow,
  planned: Json | undefined,
  at: string,
  { basis }: PlanTerms,
): readonly Problem[] =>
  isDay(planned) && planned.slice(0, 4) !== itemOf(row).planned?.slice(0, 4)
    ? [
        blocking('plan.other-year', [at], '不能调到或换成另一年的', 'Another year', {
          todo: '跨年的请在那一年另报计划',
          basis,
        }),
      ]
    : [];

const adjust = (desks: PlanDesks, terms: PlanTerms): Move => ({
  key: 'adjust',
  label: '调整',
  from: ['approved'],
  to: 'approved',
  roles: desks.approves,
  form: form({
    adjust: {
      title: '调整',
      intro: '原计划和调整后的都留在记录里。',
      fields: {
        count: integer('调整后的数量', { min: 0, max: 9999, required: true }),
        planned: date('调整后的日期', { required: true }),
        why: text('理由', { max: 300, required: true }),
        letter: text('调整文号', { max: 60 }),
      },
    },
  }),
  fits: (row, { count, planned }) => [
    ...tooSmall(row, count, terms),
    ...otherYear(row, planned, 'planned', terms),
  ],
  sets: (row, { count, planned, why, letter }, { today }) => ({
    count,
    planned,
    versions: versionsWith(
      row,
      said(plannedOf(itemOf(row)), itemOf(row).planned, terms.measure),
      said(Number(count), textOf(planned), terms.measure),
      { why, letter, on: today },
    ),
  }),
});

const versionsWith = (row: KeptRow, was: string, now: string, more: Answers): Json => [
  ...((row.answers['versions'] ?? []) as readonly Json[]),
  {
    was,
    now,
    on: more['on'] ?? null,
    why: more['why'] ?? null,
    ...(more['letter'] ? { letter: more['letter'] } : {}),
  },
];

const swapping = (code: string, desks: PlanDesks, terms: PlanTerms): readonly Move[] => [
  {
    key: 'swap',
    label: '置换',
    from: ['approved'],
    to: 'swapped',
    roles: desks.approves,
    form: form({
      swap: {
        title: '置换',
        intro: '在总量内用另一项换下这一项：换上的不多于换下的，两项都留在记录里。',
        fields: {
          by: pick('换上的一项', code, { required: true }),
          why: text('理由', { max: 300, required: true }),
          letter: text('同意置换的文号', { max: 60, required: true }),
          letterOn: date('同意日期', { required: true }),
        },
      },
    }),
    needs: (row) =>
      mattersOf(row).length > 0
        ? [
            blocking('plan.done', [], '这一项已经执行，不能置换', 'Done already', {
              todo: `已有${terms.byHand?.matter ?? '办件'}：${mattersOf(row)
                .map(({ number }) => number)
                .join('、')}`,
              basis: terms.basis,
            }),
          ]
        : [],
    fits: (row, _data, context) => tooMany(row, context, terms),
    sets: (row, { by, why, letter }, { today }) => ({
      swap: `由${isJsonObject(by) ? textOf(by['title']) : ''}换下`,
      versions: versionsWith(
        row,
        String(itemOf(row).number ?? ''),
        isJsonObject(by) ? textOf(by['title']) : '',
        {
          why,
          letter,
          on: today,
        },
      ),
    }),
    along: (row, { by, letter, letterOn }) =>
      isJsonObject(by)
        ? [
            {
              id: textOf(by['id']),
              move: 'swap-in',
              data: {
                for: String(itemOf(row).number ?? ''),
                letter: letter ?? null,
                letterOn: letterOn ?? null,
              },
            },
          ]
        : [],
  },
  {
    key: 'swap-in',
    label: '换上',
    from: ['drafted', 'sent', 'listed'],
    to: 'approved',
    roles: [],
    form: form({
      in: {
        title: '换上',
        fields: {
          for: text('换下的', { max: 60 }),
          letter: text('文号', { max: 60 }),
          letterOn: date('日期'),
        },
      },
    }),
    sets: (_row, { for: out, letter, letterOn }) => ({ swap: `换下${textOf(out)}`, letter, letterOn }),
  },
];

/** A swap within the same total of the same year. */
const tooMany = (row: KeptRow, { facts }: RowContext, terms: PlanTerms): readonly Problem[] => {
  const other = facts?.lookup(pickedFact('by'));
  const count = isJsonObject(other) && typeof other['count'] === 'number' ? other['count'] : 1;
  const own = plannedOf(itemOf(row));
  const year = otherYear(row, isJsonObject(other) ? other['planned'] : undefined, 'by', terms);
  return count > own
    ? [
        ...year,
        blocking(
          'plan.over-total',
          ['by'],
          `换上的${count}${terms.measure}多于换下的${own}${terms.measure}`,
          'More than the total',
          {
            todo: '置换在总量之内：请先调整换上的数量，或另换一项',
            basis: terms.basis,
          },
        ),
      ]
    : year;
};

/** The road of an item: handed in by its unit, consolidated, approved by letter, swapped or adjusted, done by matters. */
export const planStages = (code: string, desks: PlanDesks, terms: PlanTerms): Stages => ({
  first: 'drafted',
  list: {
    drafted: { label: '拟报' },
    sent: { label: '已报送' },
    listed: { label: '已汇总' },
    approved: { label: '已批复' },
    refused: { label: '未列入', ends: true },
    swapped: { label: '已置换', ends: true },
  },
  moves: [
    { key: 'send', label: '报送', from: ['drafted'], to: 'sent', roles: [...desks.units, ...desks.desks] },
    {
      key: 'return',
      label: '退回修改',
      from: ['sent', 'listed'],
      to: 'drafted',
      roles: desks.desks,
      form: form({
        why: { title: '退回修改', fields: { why: text('要改什么', { max: 300, required: true }) } },
      }),
    },
    { key: 'list', label: '汇总', from: ['sent'], to: 'listed', roles: desks.desks },
    {
      key: 'approve',
      label: '登记批复',
      from: ['listed'],
      to: 'approved',
      roles: desks.approves,
      form: form({
        letter: {
          title: '登记批复',
          fields: {
            letter: text('批复文号', { max: 60, required: true }),
            letterOn: date('批复日期', { required: true }),
          },
        },
      }),
      sets: (_row, { letter, letterOn }) => ({ letter, letterOn }),
    },
    {
      key: 'refuse',
      label: '未列入',
      from: ['sent', 'listed'],
      to: 'refused',
      roles: desks.approves,
      form: form({ why: { title: '未列入', fields: { why: text('理由', { max: 300, required: true }) } } }),
    },
    adjust(desks, terms),
    ...swapping(code, desks, terms),
    ...matterMoves(terms),
  ],
});
