import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseView } from '../query/case-view.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
});
afterAll(() => t.drop());

it('a node of the previous program asks for patience with a case that a newer node began under a version it does not know', async () => {
  const id = await submitted(t, 'toy', { subject: '升级', copies: 1 });
  await t.base.owner.query('update case_file set version = 2 where id = $1', [id]);
  await expect(caseView(t.app, await t.actor('signer'), id)).rejects.toMatchObject({
    status: 503,
    code: 'system.older',
    more: { retryAfter: 5 },
  });
});
