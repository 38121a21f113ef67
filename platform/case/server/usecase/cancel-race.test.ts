import { act } from './act.ts';
import type { CommandShape } from '@zhitongche/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, revisionOf, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
});
afterAll(() => t.drop());

const ROUNDS = 12;

test('of a cancelling and a decision at the same instant one counts, and what was decided is cancelled by no later try', async () => {
  const [filer, handler] = [await t.actor('filer'), await t.actor('handler')];
  const say = async (who: typeof filer, caseId: string, revision: number, command: CommandShape) =>
    await act(t.app, who, { caseId, revision, key: freshKey(), command }).then(
      () => true,
      () => false,
    );
  for (let round = 0; round < ROUNDS; round += 1) {
    const id = await submitted(t, 'toy', { subject: `考察${round}`, copies: 1, holder: '甲' });
    await takes(t, 'signer', id, { act: 'agree' });
    const revision = await revisionOf(t, id);
    const agree = () => say(handler, id, revision, { act: 'agree' });
    const cancel = () => say(filer, id, revision, { act: 'cancel', opinion: '不办了' });
    const won = await Promise.all(round % 2 === 0 ? [agree(), cancel()] : [cancel(), agree()]);
    expect(won.filter(Boolean)).toHaveLength(1);
    for (const command of ['cancel', 'withdraw'] as const)
      expect(await say(filer, id, await revisionOf(t, id), { act: command, opinion: '再试' })).toBe(false);
  }
  await workOff(t.app);
  const rows = await t.base.owner.query<{ status: string; cases: number; papers: number }>(
    `select c.status, count(*)::int as cases, count(p.code)::int as papers
     from case_file c left join paper p on p.office = c.office and p.case_id = c.id group by c.status`,
  );
  for (const { status, cases, papers } of rows) expect(papers).toBe(status === 'cancelled' ? 0 : cases);
  expect(rows.reduce((sum, { cases }) => sum + cases, 0)).toBe(ROUNDS);
}, 120_000);
