import { blocking, type Problem } from '@zhitongche/base';
import { date, form, text } from '@zhitongche/form';
import type { KeptRow, Stages } from '@zhitongche/register';
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

const on = (label: string) =>
  form({ when: { title: label, fields: { day: date(`${label}日期`, { required: true }) } } });
const reply = (who: string) =>
  form({
    reply: {
      title: `${who}意见`,
      fields: {
        number: text('来文文号', { max: 60 }),
        day: date('日期', { required: true, width: 6 }),
        opinion: text('意见摘要', { max: 300, lines: 2, required: true }),
      },
    },
  });

/** From the first wish to a pair on the list: no agreement is signed before the national association has answered. */
export const stages: Stages = {
  first: 'intent',
  list: {
    intent: { label: '意向' },
    memorandum: { label: '备忘录' },
    exchange: { label: '交往' },
    review: { label: '省外办审核' },
    mission: { label: '征求使领馆' },
    government: { label: '省政府' },
    association: { label: '友协批复' },
    signing: { label: '签署' },
    listed: { label: '在册' },
    asleep: { label: '休眠' },
    ended: { label: '终止', ends: true },
  },
  moves: [
    {
      key: 'sign-memorandum',
      label: '签署备忘录',
      from: ['intent'],
      to: 'memorandum',
      form: form({
        memorandum: {
          title: '备忘录',
          fields: {
            day: date('签署日期', { required: true, width: 6 }),
            until: date('有效期至', { width: 6 }),
          },
        },
      }),
      sets: (_row, { day, until }) => ({
        memorandumOn: day,
        ...(until === undefined ? {} : { memorandumUntil: until }),
      }),
    },
    { key: 'begin-exchange', label: '开始交往', from: ['memorandum'], to: 'exchange' },
    { key: 'ask-review', label: '报省外办审核', from: ['exchange'], to: 'review', form: on('报审') },
    { key: 'ask-mission', label: '征求使领馆意见', from: ['review'], to: 'mission', form: on('发函') },
    {
      key: 'ask-government',
      label: '报省政府批准',
      from: ['mission'],
      to: 'government',
      form: reply('使领馆'),
    },
    {
      key: 'ask-association',
      label: '报全国友协',
      from: ['government'],
      to: 'association',
      form: reply('省政府'),
    },
    {
      key: 'enter-reply',
      label: '录入友协批复',
      from: ['association'],
      to: 'association',
      form: form({
        reply: {
          title: '友协批复',
          fields: {
            number: text('批复文号', { max: 60, required: true, width: 6 }),
            day: date('批复日期', { required: true, width: 6 }),
          },
        },
      }),
      sets: (_row, { number, day }) => ({ replyNumber: number, replyOn: day }),
      basis: RULES,
    },
    {
      key: 'prepare-signing',
      label: '准备签署',
      from: ['association'],
      to: 'signing',
      needs: (row) =>
        missing(
          row,
          'replyNumber',
          '全国友协批复文号',
          '没有批复不能签署，也不能对外公布；请先“录入友协批复”',
        ),
      basis: RULES,
    },
    {
      key: 'sign',
      label: '登记签署',
      from: ['signing'],
      to: 'listed',
      form: form({
        agreement: {
          title: '协议',
          fields: {
            day: date('签署日期', { required: true, width: 4 }),
            place: text('签署地点', { max: 60, required: true, width: 4 }),
            signers: text('签署人', { max: 120, required: true, width: 4 }),
          },
        },
      }),
      sets: (_row, { day, place, signers }) => ({ agreementOn: day, agreementPlace: place, signers }),
      needs: (row) => missing(row, 'replyNumber', '全国友协批复文号', '请先“录入友协批复”'),
    },
    { key: 'fall-asleep', label: '转为休眠', from: ['listed'], to: 'asleep' },
    { key: 'wake', label: '恢复往来', from: ['asleep'], to: 'listed' },
    {
      key: 'end',
      label: '终止',
      from: ['intent', 'memorandum', 'exchange', 'review', 'listed', 'asleep'],
      to: 'ended',
      second: true,
    },
  ],
};
