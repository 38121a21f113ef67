import { form, integer, text } from '@zhitongche/form';
import { defineService, keepPolicies, type Service } from '@zhitongche/case';
import { toyService } from '../toy-service.ts';

/** A certificate that takes stickers from stock in the commit of its approval: the harnesses' own, in no office. */
export const drawingService: Service = defineService({
  ...toyService,
  code: 'toy-draw',
  name: '测试用贴纸',
  form: form({
    basics: {
      title: '基本情况',
      fields: {
        subject: text('事由', { max: 50, required: true }),
        copies: integer('张数', { min: 1, max: 200, required: true }),
      },
    },
  }),
  policies: [
    ...keepPolicies('toy-draw', { draftDays: 30, fileYears: 5, personalYears: 3 }),
    ...toyService.policies.filter(({ key }) => key === 'toy.days' || key === 'toy.promise'),
  ],
  registers: [],
  keeps: {
    stickers: {
      register: 'sticker',
      orders: (state, { caseNumber }) => [
        {
          row: 'draw',
          where: { place: 'store' },
          move: 'use',
          data: { certificate: caseNumber },
          count: Number(state.answers.copies),
        },
      ],
    },
  },
  flow: {
    ...toyService.flow,
    start: 'sign',
    steps: {
      sign: {
        kind: 'work',
        decides: true,
        title: '签批并用贴纸',
        phase: '省外办',
        who: { role: 'handler', at: 'division:outbound' },
        days: 'toy.days',
        next: 'issuing',
        acts: [{ kind: 'agree', opinion: 'optional', effects: [{ do: 'keep', keep: 'stickers' }] }],
      },
      issuing: {
        kind: 'issuing',
        title: '出证',
        phase: '出证',
        papers: () => ['certificate'],
        next: 'done',
        who: { role: 'handler', at: 'division:outbound' },
      },
      done: {
        kind: 'end',
        title: '办结',
        phase: '办结',
        outcome: 'completed',
      },
    },
  },
  summary: (answers) => ({
    title: '用贴纸',
    facts: [{ label: '张数', value: typeof answers.copies === 'number' ? `${answers.copies}` : '' }],
    words: [],
  }),
  sample: () => ({ subject: '用贴纸', copies: 2 }),
});
