import { type Basis, blocking, isJsonObject, type Json, type Problem } from '@zhitongche/base';
import type { Check } from '@zhitongche/case';
import { type Answers, form, pick, type Section, table, text } from '@zhitongche/form';
import { pickedFact } from './booking-checks.ts';
import { KEEPERS, type Move, type RowContext, type Stages } from './kind.ts';
import { accountOf, isHeldOn, type Roster, turnSlot } from './roster.ts';
import type { KeptRow } from './row.ts';

/** What every turn is held to: a shift that is held on that day, by somebody who may hold it. */
export const rosterChecks = (code: string, roster: Roster, basis: Basis): readonly Check[] => [
  {
    code: `${code}-01`,
    title: '这一天有这个班次',
    level: 'block',
    basis,
    reads: [roster.day, roster.shift],
    run(answers, { calendar }) {
      const [day, shift] = [answers[roster.day], answers[roster.shift]];
      const known =
        typeof shift === 'string' && Object.hasOwn(roster.shifts, shift) ? roster.shifts[shift] : undefined;
      if (typeof day !== 'string' || !known || isHeldOn(known, day, calendar)) return [];
      const held = Object.values(roster.shifts).filter((one) => isHeldOn(one, day, calendar));
      return [
        {
          at: [roster.shift],
          message: `${day}是${known.on === 'workday' ? '休息日' : '工作日'}，没有“${known.label}”`,
          en: 'There is no such shift on that day',
          todo: `请改选“${held.map(({ label }) => label).join('”“')}”`,
        },
      ];
    },
  },
  {
    code: `${code}-02`,
    title: '可以值班的人',
    level: 'block',
    basis,
    reads: [roster.person],
    run(_answers, { facts }) {
      const known = facts.lookup(pickedFact(roster.person));
      if (!isJsonObject(known) || !Array.isArray(known.roles)) return [];
      if (known.roles.some((role) => roster.mayStand.some((one) => one === role))) return [];
      return [
        {
          at: [roster.person],
          message: '这个人不在可以值班的人员范围内',
          en: 'This person may not hold a post',
          todo: '请选本办值班人员',
        },
      ];
    },
  },
];

/** What only moves set of a turn. */
export const rosterSet: Section = {
  title: '换班与交接',
  fields: {
    swapWith: pick('换班的对方', 'account', { width: 4 }),
    swapDay: text('对方的班', { max: 120, width: 8 }),
    swapTurn: text('对方的班（编号）', { max: 36, shown: () => false }),
    relief: pick('接班人', 'account', { width: 4 }),
    handedAt: text('交班时间', { max: 20, width: 4 }),
    takenAt: text('接班时间', { max: 20, width: 4 }),
    note: text('值班情况', { max: 1000, lines: 3, width: 12 }),
    open: table(
      '待办事项',
      { matter: text('事项', { max: 200, required: true }), who: text('联系人', { max: 60 }) },
      { maxRows: 30, rowName: '项' },
    ),
  },
};

const picked = ({ facts }: RowContext, field: string): Record<string, Json> | undefined => {
  const known = facts?.lookup(pickedFact(field));
  return isJsonObject(known) ? (known as Record<string, Json>) : undefined;
};

/** An instant in Beijing, to the minute. */
export const minuteSaid = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const begun = (roster: Roster, row: KeptRow, now: string): boolean => {
  const slot = turnSlot(roster, row.answers);
  return slot !== undefined && slot.from <= now;
};

const NO_SWAP: Answers = { swapWith: null, swapDay: null, swapTurn: null };

/** A turn's way: planned, swapped between two who both say so, handed over and taken over by signature. */
export const rosterStages = (code: string, roster: Roster, basis: Basis): Stages => ({
  first: 'planned',
  list: {
    planned: { label: '已排' },
    asking: { label: '换班待同意' },
    handed: { label: '已交班' },
    done: { label: '已接班', ends: true },
  },
  moves: [
    askSwap(code, roster, basis),
    {
      key: 'agree-swap',
      label: '同意换班',
      from: ['asking'],
      to: 'planned',
      by: 'swapWith',
      needs: (row, { now }) => (begun(roster, row, now) ? [tooLate(basis)] : []),
      sets: ({ answers }) => ({ [roster.person]: answers.swapWith ?? null, ...NO_SWAP }),
      along: ({ answers }) =>
        typeof answers.swapTurn === 'string' && answers.swapTurn !== ''
          ? [
              {
                id: answers.swapTurn,
                move: 'swapped',
                data: { to: answers[roster.person] ?? null, from: answers.swapWith ?? null },
              },
            ]
          : [],
      tells: [KEEPERS, roster.person],
    },
    {
      key: 'refuse-swap',
      label: '不同意换班',
      from: ['asking'],
      to: 'planned',
      by: 'swapWith',
      sets: () => NO_SWAP,
      tells: [roster.person],
    },
    {
      key: 'withdraw-swap',
      label: '撤回换班',
      from: ['asking'],
      to: 'planned',
      by: roster.person,
      sets: () => NO_SWAP,
    },
    swapped(roster, basis),
    handOver(code, roster, basis),
    {
      key: 'take-over',
      label: '接班',
      from: ['handed'],
      to: 'done',
      by: 'relief',
      sets: (_row, _data, { now }) => ({ takenAt: minuteSaid(now) }),
      tells: [roster.person],
    },
  ],
});

const tooLate = (basis: Basis): Problem =>
  blocking('roster.begun', [], '这个班已经开始，不能再换', 'The turn has begun', {
    todo: '请由值班的人交班，接班的人接班',
    basis,
  });

/** The other turn is picked: its person is asked, nothing changes before that person agrees. */
const askSwap = (code: string, roster: Roster, basis: Basis): Move => ({
  key: 'ask-swap',
  label: '提出换班',
  from: ['planned'],
  to: 'asking',
  by: roster.person,
  form: form({
    swap: {
      title: '换班',
      fields: {
        other: pick('与哪一班换', code, { required: true, width: 12, help: '输入对方姓名或日期查找' }),
        why: text('原因', { max: 200, required: true, width: 12 }),
      },
    },
  }),
  needs: (row, { now }) => (begun(roster, row, now) ? [tooLate(basis)] : []),
  fits(row, _data, context) {
    const other = picked(context, 'other');
    const slot = other && turnSlot(roster, other);
    const own = turnSlot(roster, row.answers);
    const who = other && accountOf(other, roster.person);
    const said = (message: string, todo: string): readonly Problem[] => [
      blocking('roster.swap', ['other'], message, 'These two turns cannot be swapped', { todo, basis }),
    ];
    if (!slot || !own || !who) return said('找不到这一班', '请重新选择');
    if (slot.from <= context.now) return said('对方的班已经开始', '请选还没有开始的班');
    if (who === accountOf(row.answers, roster.person)) return said('这一班本来就是您的', '请选另一个人的班');
    if (slot.from < own.to && own.from < slot.to) return said('两个班在同一时间，不用换', '请选另一时间的班');
    return [];
  },
  sets(_row, data, context) {
    const other = picked(context, 'other');
    const given = data.other;
    return {
      swapWith: other?.[roster.person] ?? null,
      swapTurn: isJsonObject(given) && typeof given.id === 'string' ? given.id : null,
      swapDay: isJsonObject(given) && typeof given.title === 'string' ? given.title : null,
    };
  },
  tells: ['swapWith'],
});

/** The far end of a swap: only another turn takes it along, and only while it is still held by who agreed. */
const swapped = (roster: Roster, basis: Basis): Move => ({
  key: 'swapped',
  label: '换班',
  from: ['planned'],
  to: 'planned',
  roles: [],
  form: form({
    swap: {
      title: '换班',
      fields: {
        to: pick('换给', 'account', { required: true, width: 6 }),
        from: pick('原来是', 'account', { required: true, width: 6 }),
      },
    },
  }),
  fits: (row, data, { now }) =>
    accountOf(row.answers, roster.person) === accountOf(data, 'from') && !begun(roster, row, now)
      ? []
      : [
          blocking(
            'roster.swap',
            ['from'],
            '对方的班已经改由别人值，或者已经开始',
            'The other turn has changed',
            {
              todo: '请先不同意这次换班，再重新商量',
              basis,
            },
          ),
        ],
  sets: (_row, { to }) => ({ [roster.person]: to ?? null }),
});

/** What happened and what is still open goes to whoever has the next turn, who signs for it. */
const handOver = (code: string, roster: Roster, basis: Basis): Move => ({
  key: 'hand-over',
  label: '交班',
  from: ['planned'],
  to: 'handed',
  by: roster.person,
  form: form({
    over: {
      title: '交班',
      fields: {
        next: pick('接班的班次', code, { required: true, width: 12, help: '紧接着的下一班' }),
        note: text('值班情况', { max: 1000, lines: 3, required: true, width: 12, help: '没有情况请写“无”' }),
        open: table(
          '待办事项',
          { matter: text('事项', { max: 200, required: true }), who: text('联系人', { max: 60 }) },
          { maxRows: 30, rowName: '项' },
        ),
      },
    },
  }),
  needs: (row, { now }) =>
    begun(roster, row, now)
      ? []
      : [
          blocking('roster.early', [], '还没有到班，不能交班', 'The turn has not begun', {
            todo: '有事不能值班的，请提出换班',
            basis,
          }),
        ],
  fits(row, _data, context) {
    const next = picked(context, 'next');
    const [slot, own] = [next && turnSlot(roster, next), turnSlot(roster, row.answers)];
    if (!next || !slot || !own) return [];
    if (slot.from === own.to) return [];
    return [
      blocking('roster.next', ['next'], '这不是紧接着的下一班', 'That is not the next turn', {
        todo: `请选${minuteSaid(own.to)}开始的班；还没有排的，请先排好`,
        basis,
      }),
    ];
  },
  sets(_row, { note, open }, context) {
    return {
      relief: picked(context, 'next')?.[roster.person] ?? null,
      handedAt: minuteSaid(context.now),
      note: note ?? null,
      ...(open === undefined ? {} : { open }),
    };
  },
  tells: ['relief'],
});

/** A day of a roster as titles say it. */
export const turnTitle = (roster: Roster, answers: Answers): string => {
  const [shift, post] = [answers[roster.shift], answers[roster.post]];
  const person = answers[roster.person];
  return [
    answers[roster.day],
    typeof shift === 'string' && Object.hasOwn(roster.shifts, shift) ? roster.shifts[shift]?.label : '',
    typeof post === 'string' && Object.hasOwn(roster.posts, post) ? roster.posts[post]?.label : '',
    isJsonObject(person) ? person.title : '',
  ]
    .flatMap((part) => (typeof part === 'string' && part !== '' ? [part] : []))
    .join(' ');
};

/** What a card says of a swap that is asked for. */
export const swapFacts = ({
  swapWith,
  swapDay,
}: Answers): readonly { readonly label: string; readonly value: string }[] =>
  isJsonObject(swapWith)
    ? [{ label: '换班', value: `与 ${typeof swapDay === 'string' ? swapDay : '对方'} 换` }]
    : [];
