import type { Service } from '@zhitongche/case';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { inbox } from './case-lists.ts';
import { caseView } from './case-view.ts';

/** The toy whose facts say how far it is, and whom it is about, which the form masks. */
const standing: Service = {
  ...toyService,
  standing: ({ answers, path }) => [
    { label: '进度', value: `第${path.length}步`, ...(path.length > 1 ? { note: '原为第1步' } : {}) },
    { label: '身份证号', value: typeof answers.citizenId === 'string' ? answers.citizenId : '' },
  ],
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [standing] });
});
afterAll(() => t.drop());

it('lists show a case as it now stands, as its page does, and nothing the form masks', async () => {
  const id = await submitted(t, 'toy', { subject: '海南', copies: 1, citizenId: '11010519491231002X' });
  await takes(t, 'signer', id, { act: 'agree' });
  const now = { label: '进度', value: '第2步', note: '原为第1步' };
  const [row] = (await inbox(t.app, await t.actor('director'), { tab: 'all' })).items;
  expect(row?.facts).toEqual([now, { label: '身份证号', value: '***' }]);
  expect((await caseView(t.app, await t.actor('handler'), id)).row.facts).toEqual([
    now,
    { label: '身份证号', value: '***' },
  ]);
});
