import type { Service } from '@zhitongche/case';
import { toyService } from './toy-service.ts';

const handler = { role: 'handler', at: 'division:outbound' } as const;
const { issuing, done } = toyService.flow.steps;
if (!issuing || issuing.kind !== 'issuing' || !done || done.kind !== 'end')
  throw new Error('The toy service issues and ends');

/** The same small service for people who belong to no unit: one desk accepts, sends back or refuses, and a paper is issued. */
export const publicService: Service = {
  ...toyService,
  code: 'flags',
  name: '借用旗帜',
  en: 'Borrowing flags',
  audience: ['public'],
  visitors: { who: ['citizen', 'foreigner', 'enterprise'], level: 1 },
  flow: {
    start: 'review',
    promise: 'toy.promise',
    steps: {
      review: {
        kind: 'work',
        decides: true,
        title: '审核',
        phase: '省外办',
        who: handler,
        days: 'toy.days',
        next: 'issuing',
        onEnter: [{ do: 'start-clock' }],
        acts: [
          { kind: 'agree', opinion: 'optional' },
          { kind: 'correct' },
          { kind: 'refuse' },
          { kind: 'copy' },
        ],
      },
      issuing,
      done: {
        ...done,
        onEnter: [
          { do: 'register', register: 'flag-loans' },
          { do: 'notify', to: { applicant: true }, text: '旗帜可以领取' },
        ],
      },
    },
  },
  papers: toyService.papers,
  registers: toyService.registers.map((one) => ({ ...one, key: 'flag-loans' })),
};

/** One that asks for the real name. */
export const realNameService: Service = {
  ...publicService,
  code: 'seals',
  name: '借用印章',
  en: 'Borrowing seals',
  visitors: { who: ['citizen', 'enterprise'], level: 2 },
  registers: [],
  flow: {
    ...publicService.flow,
    steps: { ...publicService.flow.steps, done: { ...done, onEnter: [] } },
  },
};
