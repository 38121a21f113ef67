import { daysInclusive, isJsonObject, type Json } from '@zhitongche/base';
import type { Check, Finding } from '@zhitongche/case';
import { opinion16 } from '../basis.ts';
import { daysAbroad } from '../../../shared/days-abroad.ts';
import { key } from '../policy.ts';
import { PLANNED_DAILY } from './programme.ts';
import { citing, named, NONE, one, rule } from './rule.ts';

/** Numerator and denominator of `2/3`; a share that cannot be read asks for nothing. */
const fraction = (text: string): readonly [number, number] => {
  const parts = /^(\d{1,4})\/([1-9]\d{0,3})$/.exec(text.trim());
  return parts ? [Number(parts[1]), Number(parts[2])] : [0, 1];
};

/** What the plan says of the item a trip names, where the office keeps one and the item is in it. */
const notApproved = (item: Json | undefined, number: string): readonly Finding[] => {
  if (!isJsonObject(item) || item['found'] !== true || item['stage'] === 'approved') return NONE;
  return one({
    at: ['planNumber'],
    level: 'warn',
    message: `计划“${number}”还没有批复，或已经置换`,
    en: 'The plan item is not approved',
    todo: '请从已批复的计划里选；计划外的请选“否”并说明置换',
  });
};

/** Whether the trip is worth making: purpose, plan, people for the task, share of official activity. */
export const purposeRules: readonly Check[] = [
  rule({
    code: 'R-16',
    title: '公务活动时间不少于在外时间的规定比例',
    level: 'warn',
    basis: opinion16('公务活动时间应占在外时间三分之二以上'),
    reads: ['exitDate', 'entryDate', 'programme'],
    run({ exitDate, entryDate, programme }, context) {
      const days = daysAbroad(exitDate, entryDate);
      // What is planned by the week cannot be counted by half days.
      if (days === undefined || days > PLANNED_DAILY) return NONE;
      const within = programme.filter((row) => row.date && row.date >= exitDate && row.date <= entryDate);
      // A programme still being typed in is not judged: it must reach the last day but one.
      const last = within.reduce((day, row) => (row.date && row.date > day ? row.date : day), '');
      if (last === '' || daysInclusive(last, entryDate) > 2) return NONE;
      const halves = new Set(
        within.flatMap(({ kind, date, period }) =>
          kind !== 'official' || !date
            ? []
            : period === 'am' || period === 'pm'
              ? [`${date}${period}`]
              : [`${date}am`, `${date}pm`],
        ),
      );
      const official = halves.size / 2;
      const [part, of] = fraction(context.policy.text(key('official-share')));
      if (official * of >= days * part) return NONE;
      return one({
        at: ['programme'],
        message: `在外${days}天中公务活动合计${official}天，不足${part}/${of}`,
        en: `Official activity on ${official} of ${days} days; at least ${part}/${of} is expected`,
        todo: '请充实公务活动或缩短行程',
        ...citing(context, 'official-share'),
      });
    },
  }),
  rule({
    code: 'R-17',
    title: '不安排考察性、照顾性、一般性出访，不安排庆典、开工、慰问等活动',
    level: 'warn',
    basis: opinion16('不得安排考察性、照顾性、无实质内容的一般性出访'),
    reads: [],
    run(answers, context) {
      const words = context.policy.list(key('doubtful-words'));
      const texts = [
        ...(['purpose', 'necessity', 'tasks'] as const).map((field) => ({
          at: [field],
          text: answers[field],
        })),
        ...(answers.programme ?? []).map(({ activity }, i) => ({
          at: ['programme', i, 'activity'],
          text: activity,
        })),
      ];
      return texts.flatMap(({ at, text }): readonly Finding[] => {
        const found = words.filter((word) => word !== '' && (text ?? '').includes(word));
        if (found.length === 0) return [];
        return [
          {
            at,
            message: `出现“${found.join('”“')}”，请确认不属于考察性、照顾性或一般性出访`,
            en: 'The wording suggests a visit without substance',
            todo: '请写明实质任务，或说明理由',
            ...citing(context, 'doubtful-words'),
          },
        ];
      });
    },
  }),
  rule({
    code: 'R-19',
    title: '人员的分管工作与任务相符',
    level: 'warn',
    basis: opinion16('出访人员应与任务直接相关'),
    reads: ['members'],
    run: ({ members }) =>
      members.flatMap((member, i) =>
        member.role && member.role !== 'interpreter' && member.post && !member.dutyScope
          ? [
              {
                at: ['members', i, 'dutyScope'],
                message: `没有填写${named(member.name, i)}分管或从事的工作，看不出与任务的关系`,
                en: 'Say what this person is in charge of and how it relates to the task',
                todo: '请填写分管或从事的工作',
              },
            ]
          : [],
      ),
  }),
  rule({
    code: 'R-22',
    title: '团组应列入年度出访计划；计划外的须在总量内置换并说明',
    level: 'block',
    basis: opinion16('因公出国实行年度计划管理'),
    reads: ['inPlan'],
    run(answers, context) {
      if (answers.inPlan) return notApproved(context.facts.lookup('plan-item'), answers.planNumber ?? '');
      if (!context.policy.flag(key('plan-required'))) return NONE;
      const swapped = (answers.planSwap ?? '').trim() !== '';
      return one({
        at: ['planSwap'],
        level: swapped ? 'warn' : 'block',
        message: swapped
          ? '本团组为计划外，已说明置换的计划'
          : '本团组未列入年度出访计划，也没有说明置换哪个计划',
        en: swapped
          ? 'Outside the annual plan; a swap is stated'
          : 'Not in the annual plan and no swap is stated',
        todo: swapped ? '请简要说明计划外出访的理由' : '请填写计划外理由及置换的计划',
        ...citing(context, 'plan-required'),
      });
    },
  }),
];
