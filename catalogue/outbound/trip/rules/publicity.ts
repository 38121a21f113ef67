import { addDays, countWorkingDays } from '@zhitongche/base';
import type { Check, Finding } from '@zhitongche/case';
import { opinion16 } from '../basis.ts';
import { key } from '../policy.ts';
import { citing, rule } from './rule.ts';

/** Words by which a unit says that nobody objected. */
const NOTHING_HEARD =
  /^(?:公示期间)?[，,]?(?:(?:均)?(?:无|没有|未)(?:收到|接到)?(?:任何)?(?:[、和及或]?(?:异议|反映|意见|反馈|问题))*)[。.]?$/;

/** The trip is made known where its members work, long enough and before it is filed. */
export const publicityRules: readonly Check[] = [
  rule({
    code: 'R-21',
    title: '出访前在人员所在单位公示，不少于规定的工作日',
    level: 'block',
    basis: opinion16('出访前公示不少于5个工作日'),
    reads: ['publicity'],
    run({ publicity, members }, context) {
      const { policy, calendar, today } = context;
      const needed = policy.number(key('publicity-days'));
      const valid = policy.number(key('publicity-valid-days'));
      const cite = citing(context, 'publicity-days');
      const short = publicity.flatMap((row, i): readonly Finding[] => {
        if (!row.from || !row.to) return [];
        const days = countWorkingDays(calendar, row.from, row.to);
        const unit = row.unit ?? `第${i + 1}行`;
        if (row.to >= today)
          return [
            {
              at: ['publicity', i, 'to'],
              message: `${unit}的公示到${row.to}才结束`,
              en: 'The publicity has not ended yet',
              todo: '请在公示期满后提交',
              ...cite,
            },
          ];
        const found: Finding[] = [];
        if (row.to < addDays(today, -valid))
          found.push({
            at: ['publicity', i, 'to'],
            message: `${unit}的公示${row.to}已结束，超过${valid}天`,
            en: `The publicity ended more than ${valid} days ago`,
            todo: '请就本次出访重新公示',
            ...citing(context, 'publicity-valid-days'),
          });
        if (row.feedback !== undefined && !NOTHING_HEARD.test(row.feedback.replaceAll(/\s/g, '')))
          found.push({
            at: ['publicity', i, 'feedback'],
            level: 'warn',
            message: `${unit}公示期间有反映：${row.feedback}`,
            en: 'Something came back while the trip was published',
            todo: '请说明核实和处理的结果；没有收到反映的填“无异议”',
          });
        if (days >= needed) return found;
        return [
          ...found,
          {
            at: ['publicity', i, 'to'],
            message: `${unit}公示${days}个工作日，不少于${needed}个工作日`,
            en: `Published for ${days} working days; at least ${needed} are required`,
            todo: '请补足公示时间',
            ...cite,
          },
        ];
      });
      const units = new Set(publicity.map((row) => row.unit?.trim()));
      const silent = [
        ...new Set((members ?? []).flatMap((m) => (m.employer ? [m.employer.trim()] : []))),
      ].filter((unit) => !units.has(unit));
      return [
        ...short,
        ...silent.map((unit) => ({
          at: ['publicity'],
          message: `${unit}的人员没有公示记录`,
          en: 'A unit that sends people has not published the trip',
          todo: '请在该单位公示后补填一行',
          ...cite,
        })),
      ];
    },
  }),
];
