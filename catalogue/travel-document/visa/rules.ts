import { addMonths } from '@zhitongche/base';
import { type Check, checksFor, type Finding } from '@zhitongche/case';
import { rowsAt, textIn, textsIn } from '../../shared/lookup-rows.ts';
import { isJsonObject } from '@zhitongche/base';
import { exemptions, visaDesk, ZONE } from './basis.ts';
import { REFUSED_FOR } from './choices.ts';
import { figuresFor } from './entries.ts';
import type { visaForm } from './form.ts';
import { key } from './policy.ts';

/** Asks who of the travellers was refused before. */
export const PAST = 'refusals';

/** Letters of a name in the zone of a visa (MRV-A). */
const ROOM = 39;

const rule = checksFor<typeof visaForm>();

/** What is wrong with a filing before anybody looks at it. */
export const rules: readonly Check[] = [
  rule({
    code: 'V-01',
    title: '行程里有须核对签证的国家',
    level: 'block',
    basis: visaDesk('凭任务批件办理'),
    reads: ['stops', 'travellers'],
    run: (answers, context) =>
      figuresFor({ answers, records: {} }, context).countries.length > 0
        ? []
        : [
            {
              at: ['stops'],
              message: '行程里没有须办签证或出境证明的国家',
              en: 'No country here asks for a visa',
              todo: '赴香港、澳门的办理通行证和签注；不出机场的过境不用填报',
            },
          ],
  }),
  rule({
    code: 'V-02',
    title: '各站日期在出境、入境日期之内',
    level: 'block',
    basis: visaDesk('签证日期与批准行程一致'),
    reads: ['stops', 'exitDate', 'entryDate'],
    run: ({ stops, exitDate, entryDate }) => [
      ...(entryDate < exitDate
        ? [{ at: ['entryDate'], message: '入境日期早于出境日期', en: 'Back before the exit', todo: '请核对' }]
        : []),
      ...stops.flatMap(({ arrive = exitDate, leave = entryDate, country = '' }, at) =>
        leave < arrive || leave > entryDate || arrive < exitDate
          ? [
              {
                at: ['stops', at, 'arrive'],
                message: `${country}的日期不在出境、入境日期之内，或离开早于抵达`,
                en: 'This stop does not fit the trip',
                todo: '请按批件核对',
              },
            ]
          : [],
      ),
    ],
  }),
  rule({
    code: 'V-03',
    title: '护照在回国后仍有效六个月以上',
    level: 'warn',
    basis: visaDesk('护照有效期六个月以上'),
    reads: ['travellers', 'entryDate'],
    run({ travellers, entryDate }, { policy }) {
      const months = policy.number(key('passport-months'));
      return travellers.flatMap(({ name = '', passportUntil }, at): readonly Finding[] =>
        passportUntil === undefined || passportUntil >= addMonths(entryDate, months)
          ? []
          : [
              {
                at: ['travellers', at, 'passportUntil'],
                level: passportUntil < entryDate ? 'block' : 'warn',
                message:
                  passportUntil < entryDate
                    ? `${name}的护照${passportUntil}到期，在境外失效`
                    : `${name}的护照${passportUntil}到期，回国后不满${months}个月`,
                en: 'The passport expires too soon',
                todo: '请先换发护照；使领馆同意受理的，说明情况',
              },
            ],
      );
    },
  }),
  rule({
    code: 'V-04',
    title: '一本护照只属于一个人',
    level: 'block',
    basis: visaDesk('护照资料与本人一致'),
    reads: ['travellers'],
    run: ({ travellers }) =>
      travellers.flatMap(({ passportNumber }, at) =>
        passportNumber !== undefined &&
        !passportNumber.includes('*') &&
        travellers.findIndex((one) => one.passportNumber === passportNumber) < at
          ? [
              {
                at: ['travellers', at, 'passportNumber'],
                message: '这个护照号前面已经填过',
                en: 'This passport stands here twice',
                todo: '请核对护照号',
              },
            ]
          : [],
      ),
  }),
  rule({
    code: 'V-05',
    title: '以前被拒签的，重新申办时说明情况',
    level: 'warn',
    basis: visaDesk('如实说明拒签情况'),
    reads: ['travellers'],
    run: ({ travellers }, { facts }) =>
      rowsAt(facts.lookup(PAST), 'rows').flatMap((row) => {
        const a = isJsonObject(row.answers) ? row.answers : {};
        const at = travellers.findIndex(({ citizenId = '' }) => textsIn(row.people).includes(citizenId));
        const reason = REFUSED_FOR[textIn(a['reason']) as keyof typeof REFUSED_FOR] ?? '原因未注明';
        return at < 0
          ? []
          : [
              {
                at: ['travellers', at, 'name'],
                message: `${travellers[at]?.name ?? ''}曾于${textIn(a['on'])}被${textIn(a['country'])}拒签（${reason}）`,
                en: 'A visa was refused before',
                todo: '请说明上次的情况和本次补充的材料',
              },
            ];
      }),
  }),
  rule({
    code: 'V-06',
    title: '姓名长于签证机读区的，出签后按截断的写法核对',
    level: 'info',
    basis: ZONE,
    reads: ['travellers'],
    run: ({ travellers }) =>
      travellers.flatMap(({ pinyin = '' }, at) =>
        // One filler more parts surname and given names.
        pinyin.length + 1 > ROOM
          ? [
              {
                at: ['travellers', at, 'pinyin'],
                message: `机读区放得下${ROOM}个字符，这个姓名会被截断`,
                en: 'Longer than the zone of a visa',
                todo: '无须改动',
              },
            ]
          : [],
      ),
  }),
  rule({
    code: 'V-07',
    title: '免签与否没有定论的，由外办核实',
    level: 'info',
    basis: exemptions('以外交部最新公布的为准'),
    reads: ['stops', 'travellers'],
    run: (answers, context) =>
      figuresFor({ answers, records: {} }, context)
        .entries.filter(({ answer }) => answer === 'unclear')
        .filter((one, at, every) => every.findIndex(({ country }) => country === one.country) === at)
        .map(({ country, source }) => ({
          at: ['stops'],
          message: `${country}：${source}`,
          en: 'Whether a visa is needed is not settled',
          todo: '由外办核实，请留足办理签证的时间',
        })),
  }),
];
