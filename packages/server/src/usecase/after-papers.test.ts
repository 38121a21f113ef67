import { files, form, type Service } from '@zhitongche/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseView } from '../query/case-view.ts';
import { type Door, openDoor } from '../testing/door.ts';
import { workOff } from '../testing/jobs.ts';
import { type TestOffice, testOffice } from '../testing/office.ts';
import { submitted, takes } from '../testing/story.ts';
import { toyService } from '../testing/toy-service.ts';

const { issuing } = toyService.flow.steps;
if (issuing?.kind !== 'issuing') throw new Error('the toy issues a certificate');

/** The toy with a rule that always has something to say, and a holder whose certificate a desk without a seat takes back. */
const kept: Service = {
  ...toyService,
  checks: [
    {
      code: 'T-1',
      title: '日期在今后',
      level: 'warn',
      basis: { title: '测试' },
      reads: ['subject'],
      run: () => [{ at: ['subject'], message: '日期已到', en: 'The day has come' }],
    },
  ],
  forms: {
    lost: {
      title: '遗失登记',
      form: form({
        lost: {
          title: '遗失',
          fields: {
            statement: files('书面说明', {
              required: true,
              accept: ['pdf'],
              maxBytes: 1_000_000,
              maxFiles: 1,
            }),
          },
        },
      }),
    },
  },
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
          { kind: 'urge', who: { role: 'handler', at: 'division:outbound' } },
          {
            kind: 'advance',
            key: 'lost',
            label: '登记遗失',
            form: 'lost',
            who: { role: 'passport-officer', at: 'division:outbound' },
          },
        ],
      },
    },
  },
};
let t: TestOffice;
let door: Door;
let id = '';

beforeAll(async () => {
  t = await testOffice({ services: [kept] });
  door = await openDoor(t);
  id = await submitted(t, 'toy', { subject: '海南考察', copies: 1 }, { explanations: { 'T-1': '已核对。' } });
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const found = async () => (await caseView(t.app, await t.actor('handler'), id)).problems.map((p) => p.code);
const upload = (who: 'handler' | 'passport-officer' | 'division-head') =>
  door.call(who, 'uploadFile', {
    params: { case: id },
    file: { name: '说明.pdf', bytes: '%PDF-1.4\n%%EOF\n' },
  });

test('rules of the filing are held against a case until its papers are made, and not any more afterwards', async () => {
  await takes(t, 'signer', id, { act: 'agree' });
  expect(await found()).toEqual(['T-1']);
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
  expect((await caseView(t.app, await t.actor('handler'), id)).row.stepTitle).toBe('持有证明');
  expect(await found()).toEqual([]);
});

test('whoever may take an act that asks for a form may upload what the form asks, whoever’s turn it is', async () => {
  expect((await upload('passport-officer')).status).toBe(200);
  for (const who of ['handler', 'division-head'] as const) expect((await upload(who)).status).toBe(403);
});
