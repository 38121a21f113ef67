import { blocking, type Problem } from '@zhitongche/base';
import { date, onePage, text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, move, STAYS } from '@zhitongche/register';
import { RULES } from './basis.ts';

const missing = (row: KeptRow, key: string, label: string, why: string): readonly Problem[] =>
  typeof row.answers[key] === 'string' && row.answers[key] !== ''
    ? []
    : [
        blocking(`sister-city.${key}`, [key], `签署前，先录入${label}`, `${label} first`, {
          todo: why,
          basis: RULES,
        }),
      ];

const on = (label: string) => ({ day: date(`${label}日期`, { required: true }) });
const reply = (who: string) =>
  onePage(`${who}意见`, {
    number: text('来文文号', { max: 60 }),
    day: date('日期', { required: true, width: 6 }),
    opinion: text('意见摘要', { max: 300, lines: 2, required: true }),
  });

/** From the first wish to a pair on the list: no agreement is signed before the national association has answered. */
export const stages: GivenStages = {
  list: {
    intent: '意向',
    memorandum: '备忘录',
    exchange: '交往',
    review: '省外办审核',
    mission: '征求使领馆',
    government: '省政府',
    association: '友协批复',
    signing: '签署',
    listed: '在册',
    asleep: '休眠',
    ended: { label: '终止', ends: true },
  },
  moves: [
    move('sign-memorandum', '签署备忘录', 'intent', 'memorandum', {
      asks: { day: date('签署日期', { required: true, width: 6 }), until: date('有效期至', { width: 6 }) },
      sets: (_row, { day, until }) => ({
        memorandumOn: day,
        ...(until === undefined ? {} : { memorandumUntil: until }),
      }),
    }),
    move('begin-exchange', '开始交往', 'memorandum', 'exchange'),
    move('ask-review', '报省外办审核', 'exchange', 'review', { asks: on('报审') }),
    move('ask-mission', '征求使领馆意见', 'review', 'mission', { asks: on('发函') }),
    move('ask-government', '报省政府批准', 'mission', 'government', { form: reply('使领馆') }),
    move('ask-association', '报全国友协', 'government', 'association', { form: reply('省政府') }),
    move('enter-reply', '录入友协批复', 'association', STAYS, {
      asks: {
        number: text('批复文号', { max: 60, required: true, width: 6 }),
        day: date('批复日期', { required: true, width: 6 }),
      },
      sets: (_row, { number, day }) => ({ replyNumber: number, replyOn: day }),
      basis: RULES,
    }),
    move('prepare-signing', '准备签署', 'association', 'signing', {
      needs: (row) =>
        missing(
          row,
          'replyNumber',
          '全国友协批复文号',
          '没有批复不能签署，也不能对外公布；请先“录入友协批复”',
        ),
      basis: RULES,
    }),
    move('sign', '登记签署', 'signing', 'listed', {
      asks: {
        day: date('签署日期', { required: true, width: 4 }),
        place: text('签署地点', { max: 60, required: true, width: 4 }),
        signers: text('签署人', { max: 120, required: true, width: 4 }),
      },
      sets: (_row, { day, place, signers }) => ({ agreementOn: day, agreementPlace: place, signers }),
      needs: (row) => missing(row, 'replyNumber', '全国友协批复文号', '请先“录入友协批复”'),
    }),
    move('fall-asleep', '转为休眠', 'listed', 'asleep'),
    move('wake', '恢复往来', 'asleep', 'listed'),
    move('end', '终止', ['intent', 'memorandum', 'exchange', 'review', 'listed', 'asleep'], 'ended', {
      second: true,
    }),
  ],
};
