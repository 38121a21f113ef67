import { type Service, checksFor } from '@zhitongche/case';
import { form, text } from '@zhitongche/form';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { caseView } from './case-view.ts';

const { issuing } = toyService.flow.steps;
if (issuing?.kind !== 'issuing') throw new Error('the toy issues a certificate');
const asked = form({
  request: { title: '申请变更', fields: { subject: text('新的事由', { max: 50, required: true }) } },
});

/** The toy whose applicant may ask for another subject, which the handler decides. */
const changeable: Service = {
  ...toyService,
  forms: {
    request: {
      title: '申请变更',
      form: asked,
      checks: [
        checksFor<typeof asked>()({
          code: 'Q-01',
          title: '事由与原来不同',
          level: 'warn',
          basis: { title: '测试办法' },
          reads: ['subject'],
          run: ({ subject }, { state }) =>
            subject === state?.answers.subject
              ? [{ at: ['subject'], message: '事由没有改变', en: 'The subject is the same' }]
              : [],
        }),
      ],
    },
  },
  deciding: ({ step }) => (step === 'asked' ? 'request' : undefined),
  flow: {
    ...toyService.flow,
    steps: {
      ...toyService.flow.steps,
      issuing: { ...issuing, next: 'held' },
      held: {
        kind: 'work',
        title: '持有证明',
        phase: '办结',
        who: { applicant: true },
        next: 'done',
        acts: [
          { kind: 'advance', label: '归档' },
          { kind: 'advance', key: 'ask', label: '申请变更', form: 'request', to: 'asked' },
        ],
      },
      asked: {
        kind: 'work',
        title: '变更审核',
        phase: '办结',
        who: { role: 'handler', at: 'division:outbound' },
        next: 'held',
        acts: [{ kind: 'agree' }],
      },
    },
  },
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [changeable] });
});
afterAll(() => t.drop());

test('whoever decides a change reads what the rules say of it, and nothing once it is decided', async () => {
  const id = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
  const told = async () =>
    (await caseView(t.app, await t.actor('handler'), id)).problems.map(({ code, at }) => [code, ...at]);
  expect(await told()).toEqual([]);
  await takes(t, 'filer', id, {
    act: 'ask',
    data: { subject: '海南考察' },
    explanations: { 'Q-01': '更正错字' },
  });
  expect(await told()).toEqual([['Q-01', 'subject']]);
  await takes(t, 'handler', id, { act: 'agree' });
  expect(await told()).toEqual([]);
});
