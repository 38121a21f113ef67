import type { Computed } from '@zhitongche/case';
import { moneyText } from '@zhitongche/base';
import { CURRENCIES, labelOf, PASSPORT_KINDS } from './choices.ts';
import { derivedOf } from './derive/derive.ts';

const left = (label: string) => ({ label, align: 'left' }) as const;
const right = (label: string) => ({ label, align: 'right' }) as const;

/** Figures shown while typing, and on the case afterwards. */
export const computed: readonly Computed[] = [
  {
    key: 'days',
    label: '在外天数',
    after: 'itinerary',
    show(stored) {
      const derived = derivedOf(stored);
      if (!derived?.days) return undefined;
      const nights = derived.stays.map((stay) => `${stay.place}${stay.nights}晚`).join('，');
      const countries =
        derived.countries.length > 0
          ? `，出访${derived.countries.length}个国家（地区）：${derived.countries.join('、')}`
          : '';
      return {
        kind: 'text',
        text: `在外${derived.days}天（出境、入境日均计入）${countries}${nights === '' ? '' : `；${nights}`}。`,
      };
    },
  },
  {
    key: 'entries',
    label: '签证和出境证明',
    after: 'itinerary',
    show(stored) {
      const entries = derivedOf(stored)?.entries ?? [];
      if (entries.length === 0) return undefined;
      return {
        kind: 'table',
        columns: [
          left('姓名'),
          left('国家（地区）'),
          left('护照'),
          right('停留天数'),
          left('需办理'),
          left('依据'),
        ],
        rows: entries.map((entry) => [
          entry.member,
          entry.country,
          labelOf(PASSPORT_KINDS, entry.passportKind),
          `${entry.stayDays}`,
          entry.todo,
          entry.source,
        ]),
        note: '免签规定会调整，停留期以对方国家规定为准，出访前请在中国领事服务网复核。',
      };
    },
  },
  {
    key: 'funding',
    label: '经费预算',
    after: 'funding',
    show(stored) {
      const funding = derivedOf(stored)?.funding;
      if (!funding || funding.lines.length === 0) return undefined;
      const rates = funding.byCurrency
        .filter((sum) => sum.currency !== 'CNY' && sum.rate !== null)
        .map(
          (sum) =>
            `${labelOf(CURRENCIES, sum.currency)}合计${moneyText(sum.amount)}，折算率${sum.rate ?? ''}（${sum.rateDate ?? ''}）`,
        );
      return {
        kind: 'table',
        columns: [
          left('费用'),
          left('地点'),
          left('币种'),
          right('每人标准'),
          right('人数'),
          right('天数'),
          right('金额'),
          right('折人民币（元）'),
          left('说明'),
        ],
        rows: funding.lines.map((line) => [
          line.label,
          line.place,
          labelOf(CURRENCIES, line.currency),
          moneyText(line.standard),
          `${line.persons}`,
          `${line.days}`,
          moneyText(line.amount),
          line.cny === null ? '待定' : moneyText(line.cny),
          line.note,
        ]),
        total: ['合计', '', '', '', '', '', '', funding.cny === null ? '待定' : moneyText(funding.cny), ''],
        note: [...rates, ...funding.missing].join('；'),
      };
    },
  },
];
