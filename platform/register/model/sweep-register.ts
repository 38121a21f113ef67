import { blocks } from '@zhitongche/base';
import { type CheckContext, namesRepository, review } from '@zhitongche/case';
import { clears, type Field, fieldAt } from '@zhitongche/form';
import { KEEPERS, type KeptColumn, type RegisterKind, STAYS } from './kind.ts';

type Fault = readonly string[];

const fieldsOf = (kind: RegisterKind): readonly (readonly [string, Field])[] =>
  Object.values(kind.whole).flatMap(({ fields }) => Object.entries(fields));

const isField = ({ of, on }: KeptColumn): boolean => of === undefined && on === undefined;

/** Names of fields that are used and not there. */
const unknownFields = (kind: RegisterKind): Fault => {
  const known = new Set(fieldsOf(kind).map(([key]) => key));
  const used = [
    ...(kind.unique ?? []),
    ...(kind.near ?? []),
    ...(kind.day === undefined ? [] : [kind.day]),
    ...(kind.org === undefined ? [] : [kind.org]),
    ...kind.dates.map(({ field }) => field),
    ...(kind.public ? [...kind.public.by, ...kind.public.shows] : []),
    ...kind.columns.filter(isField).map(({ key }) => key),
  ];
  return used.filter((key) => !known.has(key)).map((key) => `没有字段 ${key}`);
};

const wrongKinds = (kind: RegisterKind): Fault => {
  const kindOf = (key: string) => fieldAt(kind.whole, key)?.field.kind;
  const days = [
    ...(kind.day === undefined ? [] : [kind.day]),
    ...kind.dates.filter(({ of }) => of === undefined).map(({ field }) => field),
  ];
  const filters = kind.columns.filter(({ filter, of }) => filter && !of).map(({ key }) => key);
  return [
    ...days.filter((key) => kindOf(key) !== 'date').map((key) => `${key} 不是日期`),
    ...filters
      .filter((key) => !['choice', 'choices', 'country', 'yes-no'].includes(kindOf(key) ?? ''))
      .map((key) => `${key} 不能筛选`),
  ];
};

/** Timers that could not count: no moment to begin or end with, no figure of hours or of whom to tell. */
const timed = (kind: RegisterKind): Fault =>
  (kind.timers ?? []).flatMap(({ key, from, until, hours, pauses, tell }) => {
    const kindOf = (field: string) => fieldAt(kind.whole, field)?.field;
    const wrong = [from, until].filter((field) => kindOf(field)?.kind !== 'date-time');
    const table = pauses === undefined ? undefined : kindOf(pauses);
    const spans = table?.kind === 'table' ? [table.columns['from'], table.columns['until']] : [];
    const lists = [tell, ...(hours === undefined ? [] : [hours])];
    return [
      ...wrong.map((field) => `时限 ${key} 的 ${field} 不是日期和时间`),
      ...(pauses === undefined || (spans.length === 2 && spans.every((one) => one?.kind === 'date-time'))
        ? []
        : [`时限 ${key} 的暂停 ${pauses} 不是起止时间的表`]),
      ...lists
        .filter((list) => kind.policies.find((one) => one.key === list)?.type !== 'list')
        .map((list) => `时限 ${key} 没有数值 ${list}`),
      ...[from, until]
        .filter((field) => !clears('open', kindOf(field)?.sensitivity))
        .map((field) => `${field} 不是公开字段，却用于时限提醒`),
    ];
  });

/** Private fields where a stranger, a filter or a head of a column would tell them. */
const told = (kind: RegisterKind): Fault => {
  const isPrivate = (key: string) => !clears('open', fieldAt(kind.whole, key)?.field.sensitivity);
  const shown = kind.public?.shows ?? [];
  const filters = kind.columns.filter(({ filter }) => filter).map(({ key }) => key);
  // A day that is told before it comes stands in lists, messages and calendars.
  const days = [...(kind.day === undefined ? [] : [kind.day]), ...kind.dates.map(({ field }) => field)];
  return [...shown, ...filters, ...days]
    .filter(isPrivate)
    .map((key) => `${key} 不是公开字段，却对外、用于筛选或提醒`);
};

const stagesFaults = ({ stages }: RegisterKind): Fault => {
  if (!stages) return [];
  const known = Object.keys(stages.list);
  const named = [
    stages.first,
    ...stages.moves.flatMap(({ from, to }) => (to === STAYS ? from : [...from, to])),
  ];
  const keys = stages.moves.map(({ key }) => key);
  const reached = new Set([stages.first]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of stages.moves)
      if (from.some((one) => reached.has(one))) reached.add(to === STAYS ? stages.first : to);
  }
  return [
    ...named.filter((stage) => !known.includes(stage)).map((stage) => `没有阶段 ${stage}`),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `流转 ${key} 重复`),
    ...known.filter((stage) => !reached.has(stage)).map((stage) => `走不到阶段 ${stage}`),
    ...known
      .filter(
        (stage) =>
          !stages.list[stage]?.ends &&
          !stages.moves.some(({ from, to }) => from.includes(stage) && to !== STAYS && to !== stage),
      )
      .map((stage) => `阶段 ${stage} 没有出路，也没有写明是终点`),
  ];
};

const figures = (kind: RegisterKind): Fault => [
  ...kind.dates
    .filter(({ warn }) => kind.policies.find(({ key }) => key === warn)?.type !== 'list')
    .map(({ warn }) => `没有提醒天数 ${warn}`),
  ...kind.policies
    .filter(({ basis, unconfirmed }) => basis === undefined && unconfirmed !== true)
    .map(({ key }) => `${key} 没有依据，也没有写明待确认`),
  ...kind.policies
    .filter(({ key, shared }) => !shared && !key.startsWith(`${kind.code}.`))
    .map(({ key }) => `${key} 不以台账代码开头`),
  ...kind.checks
    .filter(({ basis }) => namesRepository(basis.title))
    .map(({ code }) => `${code} 的依据是软件仓库`),
];

/** Moves the clock is to take and cannot: it has nothing to say and is one. */
const clocked = (kind: RegisterKind): Fault =>
  kind.dates.flatMap(({ after }) => {
    if (after === undefined) return [];
    const move = kind.stages?.moves.find(({ key }) => key === after);
    return move && !move.form && !move.second ? [] : [`到日流转 ${after} 不存在，或者要人填写、确认`];
  });

/** Turns, check-ins and moves that name fields, moves or figures which are not there. */
const named = (kind: RegisterKind): Fault => {
  const { roster, checkIn, booking, stages } = kind;
  const fields = new Set(fieldsOf(kind).map(([key]) => key));
  const figures_ = new Set(kind.policies.map(({ key }) => key));
  const moves = stages?.moves ?? [];
  const used = [
    ...moves.flatMap(({ by, tells = [] }) => [...(by === undefined ? [] : [by]), ...tells]),
    ...(roster ? [roster.post, roster.shift, roster.day, roster.person] : []),
    ...(checkIn ? [checkIn.door, checkIn.done] : []),
    ...(checkIn && checkIn.who !== 'entered' ? [checkIn.who.name, checkIn.who.org] : []),
  ].filter((key) => key !== KEEPERS);
  const counted = [
    ...Object.values(roster?.posts ?? {}).map(({ needs }) => needs),
    ...(checkIn ? [checkIn.late] : []),
    ...Object.values(booking?.limits ?? {}),
  ];
  const byCode = moves.find(({ key }) => key === checkIn?.move);
  const listed =
    checkIn && checkIn.who !== 'entered' ? [checkIn.door, checkIn.who.name, checkIn.who.org] : [];
  return [
    ...used.filter((key) => !fields.has(key)).map((key) => `没有字段 ${key}`),
    ...counted.filter((key) => !figures_.has(key)).map((key) => `没有数值 ${key}`),
    ...(checkIn && byCode?.roles?.length !== 0 ? [`签到 ${checkIn.move} 不存在，或者可以由人代办`] : []),
    ...listed.filter((key) => !kind.unique?.includes(key)).map((key) => `签到要按 ${key} 找到唯一的一条`),
    ...(booking?.release !== undefined && !moves.some(({ key }) => key === booking.release)
      ? [`没有放开的办法 ${booking.release}`]
      : []),
  ];
};

const people = (kind: RegisterKind): Fault => [
  ...(kind.keepers.length > 0 ? [] : ['没有人维护']),
  ...(kind.basis.length > 0 ? [] : ['没有依据']),
];

const throwing = (kind: RegisterKind): Fault => {
  try {
    return kind.title({}) === '' ? ['空白时没有名称'] : kind.cardFacts({}) && [];
  } catch {
    return ['空白时不能显示'];
  }
};

const unsoundSamples = (kind: RegisterKind, context: CheckContext): Fault => {
  const samples = kind.samples(context.today);
  return [
    ...(samples.length > 0 ? [] : ['没有样例']),
    ...samples.flatMap(({ answers, stage, moves = [] }, at) => [
      ...review(kind.form, kind.checks, answers, context)
        .problems.filter((problem) => blocks([problem]))
        .map(({ code, at: where }) => `样例第${at + 1}条：${code} ${where.join('.')}`),
      ...(stage === undefined || kind.stages?.list[stage] ? [] : [`样例第${at + 1}条：没有阶段 ${stage}`]),
      ...moves.flatMap(({ move: key, data = {} }) => {
        const move = kind.stages?.moves.find((one) => one.key === key);
        if (!move) return [`样例第${at + 1}条：没有办法 ${key}`];
        return review(move.form ?? {}, move.checks ?? [], data, context)
          .problems.filter((problem) => blocks([problem]))
          .map(({ code, at: where }) => `样例第${at + 1}条 ${key}：${code} ${where.join('.')}`);
      }),
    ]),
  ];
};

/** Fields that stay as they were typed, half a word, when what was meant is picked. */
const unfilled = (kind: RegisterKind, registers: readonly RegisterKind[], today: string): Fault =>
  fieldsOf(kind).flatMap(([key, { pick }]) => {
    const known = registers.find(({ code }) => code === pick?.register)?.samples(today)[0]?.answers;
    return pick && known && pick.fill(known)[key] === undefined ? [`选了登记的，${key} 自己不填`] : [];
  });

/** Ways to a new row that tie it by no relation there is, or begin with what the form does not ask. */
const begun = (kind: RegisterKind, registers: readonly RegisterKind[], today: string): Fault => {
  const asked = new Set(Object.values(kind.form).flatMap(({ fields }) => Object.keys(fields)));
  return (kind.begins ?? []).flatMap(({ from, label, ties, answers }) => {
    const sample = registers.find(({ code }) => code === from)?.samples(today)[0]?.answers ?? {};
    const given = answers({ title: '某事', number: from === 'case' ? '2026-000001' : '', answers: sample });
    return [
      ...(ties === undefined || kind.relations.some(({ key, to }) => key === ties && to === from)
        ? []
        : [`“${label}”没有到 ${from} 的关联 ${ties}`]),
      ...Object.keys(given)
        .filter((key) => !asked.has(key))
        .map((key) => `“${label}”带入没有的字段 ${key}`),
    ];
  });
};

/** Everything that would only break in use: unknown fields and stages, dead ends, missing figures, samples that are refused. */
export const sweepRegister = (
  kind: RegisterKind,
  registers: readonly RegisterKind[],
  context: CheckContext,
): readonly string[] => [
  ...unknownFields(kind),
  ...wrongKinds(kind),
  ...told(kind),
  ...stagesFaults(kind),
  ...figures(kind),
  ...clocked(kind),
  ...named(kind),
  ...timed(kind),
  ...people(kind),
  ...throwing(kind),
  ...unsoundSamples(kind, context),
  ...unfilled(kind, registers, context.today),
  ...begun(kind, registers, context.today),
  ...[
    ...(kind.stages?.moves.flatMap(({ brings }) => brings?.register ?? []) ?? []),
    ...fieldsOf(kind).flatMap(([, field]) => [
      ...(field.kind === 'pick' && !['org', 'account'].includes(field.from) ? [field.from] : []),
      ...(field.pick ? [field.pick.register] : []),
    ]),
  ]
    .filter((code) => !registers.some((one) => one.code === code))
    .map((code) => `写到或选自没有的台账 ${code}`),
  ...kind.relations
    .filter(({ to }) => !registers.some(({ code }) => code === to))
    .map(({ key, to }) => `关联 ${key} 指向没有的台账 ${to}`),
];
