import type { Check, Finding } from '@zhitongche/kernel';
import { funds516 } from '../basis.ts';
import { CABINS, labelOf } from '../choices.ts';
import { fundingOf } from '../derive/funding.ts';
import { NONE, one, rule } from './rule.ts';

const EACH = funds516('财务部门逐项核对预算并列出计算');

/** A budget can be reviewed once it is whole: every cost estimated, for who travels, and borne by somebody. */
export const wholeBudgetRules: readonly Check[] = [
  rule({
    code: 'F-07',
    title: '预算各项齐全：所乘舱位都有票价，省部级住宿有估算',
    level: 'block',
    basis: EACH,
    reads: ['members'],
    run({ members, fares, hostAirfare, legs }) {
      const priced = new Set((fares ?? []).flatMap(({ cabin, fare }) => (fare ? [cabin] : [])));
      const cabins = hostAirfare === false ? new Set(members.flatMap(({ cabin }) => cabin ?? [])) : [];
      const unpriced = [...cabins].filter((cabin) => !priced.has(cabin));
      const ministers = members.some(({ rank }) => rank === 'ministry');
      return [
        ...unpriced.map((cabin) => ({
          at: ['fares'],
          message: `有人乘坐${labelOf(CABINS, cabin)}，没有填写该舱位的票价`,
          en: 'No fare for a cabin somebody travels in',
          todo: '请补填票价，或核对人员表中的舱位',
        })),
        ...(legs ?? []).flatMap((leg, i): readonly Finding[] =>
          ministers && leg.transit === false && !leg.suitePrice && !(leg.hostCovers ?? []).includes('lodging')
            ? [
                {
                  at: ['legs', i, 'suitePrice'],
                  level: 'warn',
                  message: `${leg.city ?? `第${i + 1}站`}没有填写省部级人员的房价，合计不含这一项`,
                  en: 'What the minister sleeps for is not estimated',
                  todo: '据实列支的也请填写估算；尚不能确定的请说明',
                },
              ]
            : [],
        ),
      ];
    },
  }),
  rule({
    code: 'F-08',
    title: '费用的人数不多于团组人数',
    level: 'block',
    basis: EACH,
    reads: ['members'],
    run({ members, journeys, otherFees }) {
      const over = (table: 'journeys' | 'otherFees', rows: readonly { readonly persons?: number }[]) =>
        rows.flatMap(({ persons = 0 }, i): readonly Finding[] =>
          persons <= members.length
            ? []
            : [
                {
                  at: [table, i, 'persons'],
                  message: `填了${persons}人，本申报只有${members.length}人`,
                  en: 'More persons than travel',
                  todo: '请核对人数；一人往返几程的分行填写',
                },
              ],
        );
      return [...over('journeys', journeys ?? []), ...over('otherFees', otherFees ?? [])];
    },
  }),
  rule({
    code: 'F-09',
    title: '经费来源与各项费用的承担方一致',
    level: 'block',
    basis: funds516('出国经费全部纳入预算管理，写明经费来源'),
    reads: ['fundSources'],
    run(answers, context) {
      const { fundSources, hostAirfare, legs } = answers;
      if (!fundSources.includes('host')) return NONE;
      if (fundSources.length === 1) {
        const { lines, cny } = fundingOf(answers, context);
        return lines.length === 0
          ? NONE
          : one({
              at: ['fundSources'],
              message: `经费来源只有邀请方，预算中还有${cny === null ? '' : `${cny}元`}费用邀请方没有承担`,
              en: 'The host is the only one to pay, but does not bear everything',
              todo: '请写明邀请方承担哪些费用，其余费用补填经费来源',
            });
      }
      const bears =
        hostAirfare === true || (legs ?? []).some(({ hostCovers }) => (hostCovers ?? []).length > 0);
      return bears
        ? NONE
        : one({
            at: ['fundSources'],
            level: 'warn',
            message: '经费来源有邀请方，没有写明邀请方承担哪些费用',
            en: 'What the host bears is not said',
            todo: '请在“国际旅费由邀请方承担”或各出访地的“接待方承担”中选择；承担其他费用的请说明',
          });
    },
  }),
];
