import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, errand, journey } from '../../../../apps/server/testing/linked-services.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, revisionOf, submitted } from '../../../../apps/server/testing/story.ts';
import { type App, ProblemError } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { verifyStates } from '../../../proof/server/verify-states.ts';
import { caseView } from '../query/case-view.ts';
import { act } from '../usecase/act.ts';
import { createCase } from '../usecase/create-case.ts';
import { linkCases, unlinkCases } from './link-cases.ts';
import { openFrom } from './open-from.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [journey, errand, bundle] });
});
afterAll(() => t.drop());

const broken = async () => (await verifyStates(t.app, t.office)).broken;
/** What is refused is refused; anything else is a fault. */
const settled = async (doing: Promise<unknown>): Promise<void> => {
  await doing.catch((error: unknown) => {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
  });
};
const numberOf = async (id: string): Promise<string> =>
  (await t.base.owner.query<{ number: string }>('select number from case_file where id = $1', [id]))[0]
    ?.number ?? '';
const linksOf = async (id: string) => (await caseView(t.app, await t.actor('filer'), id)).links;

const deed = fc.record({
  does: fc.constantFrom('link', 'unlink', 'open', 'file', 'agree', 'refuse'),
  a: fc.nat({ max: 3 }),
  b: fc.nat({ max: 3 }),
});

describe('laws of links', () => {
  test('a link has two ends after any interleaving of those who link, unlink, open, file and decide', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 10 }), async (deeds) => {
        const trips: string[] = [];
        for (const one of ['甲', '乙', '丙', '丁'])
          trips.push(await submitted(t, 'journey', { subject: one, copies: 1 }));
        const filer = await t.actor('filer');
        const signer = await t.actor('signer');
        const whole = await submitted(t, 'bundle', { subject: '一件事', copies: 1, second: true });
        const parts = (await linksOf(whole)).map((part) => part.row.id);
        const decides = async (id: string, how: 'agree' | 'refuse') =>
          await act(t.app, signer, {
            caseId: id,
            revision: await revisionOf(t, id),
            key: freshKey(),
            command: how === 'agree' ? { act: 'agree' } : { act: 'refuse', opinion: '不办' },
          });
        await Promise.all(
          deeds.map(async ({ does, a, b }) => {
            const [one, two] = [trips[a] ?? '', trips[b] ?? ''];
            const key = freshKey();
            switch (does) {
              case 'link':
                return await settled(
                  linkCases(t.app, filer, { caseId: one, kind: 'next', number: await numberOf(two), key }),
                );
              case 'unlink': {
                const link = (await linksOf(one)).find(({ mayUnlink }) => mayUnlink)?.link ?? one;
                return await settled(unlinkCases(t.app, filer, { caseId: one, link, reason: '错了', key }));
              }
              case 'open':
                return await settled(openFrom(t.app, filer, { caseId: one, open: 'errand', key }));
              case 'file': {
                const draft = (await linksOf(one)).find(({ link }) => link === null);
                if (!draft) return;
                const command = { act: 'submit', answers: { subject: '随办', copies: 1 } };
                return await settled(act(t.app, filer, { caseId: draft.row.id, revision: 0, key, command }));
              }
              default:
                // The same part is decided by several at once: one of them counts.
                return await settled(decides(parts[a % 2] ?? '', does === 'agree' ? 'agree' : 'refuse'));
            }
          }),
        );
        expect(await broken()).toEqual([]);
        // Orders have no circle: who comes after whom can be told.
        const after = new Map<string, readonly string[]>();
        for (const id of trips)
          after.set(
            id,
            (await linksOf(id)).flatMap((one) => (one.words === '后续任务' ? [one.row.id] : [])),
          );
        const walks = (id: string, seen: readonly string[]): boolean =>
          seen.includes(id) || (after.get(id) ?? []).some((next) => walks(next, [...seen, id]));
        expect(trips.some((id) => walks(id, []))).toBe(false);
        // 一件事 is over exactly when both parts are.
        const over = (await linksOf(whole)).every(({ row: { status } }) => status !== 'running');
        expect((await caseView(t.app, filer, whole)).row.status).toBe(over ? 'completed' : 'running');
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  test('whoever is killed in the middle has done all of it or nothing', async () => {
    const filer = await t.actor('filer');
    const signer = await t.actor('signer');
    let cut = 0;
    let whole = 0;
    for (let dies = 1; whole === 0 && dies < 60; dies += 1) {
      const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'bundle' });
      const answers = { subject: '断电', copies: 1, second: true };
      const filed = await act(dyingAfter(t.app, dies), filer, {
        caseId: id,
        revision: 0,
        key: freshKey(),
        command: { act: 'submit', answers },
      }).then(
        () => true,
        () => false,
      );
      expect(await broken()).toEqual([]);
      const parts = await linksOf(id);
      expect(parts).toHaveLength(filed ? 2 : 0);
      if (filed) whole += 1;
      else cut += 1;
    }
    expect([cut > 3, whole]).toEqual([true, 1]);
    // And so has whoever is killed as a part ends.
    const bundled = await submitted(t, 'bundle', { subject: '断电二', copies: 1, second: false });
    const part = (await linksOf(bundled))[0]?.row.id ?? '';
    let done = false;
    for (let dies = 1; !done && dies < 60; dies += 1) {
      done = await act(dyingAfter(t.app, dies), signer, {
        caseId: part,
        revision: await revisionOf(t, part),
        key: freshKey(),
        command: { act: 'agree' },
      }).then(
        () => true,
        () => false,
      );
      expect(await broken()).toEqual([]);
      const { status } = (await linksOf(bundled))[0]?.row ?? {};
      expect((await caseView(t.app, filer, bundled)).row.status).toBe(
        status === 'completed' ? 'completed' : 'running',
      );
    }
    expect(done).toBe(true);
  }, 240_000);
});

/** The program whose connection the database loses after so many statements of a transaction, as when it is killed. */
function dyingAfter(app: App, statements: number): App {
  const { db } = app;
  return {
    ...app,
    db: {
      ...db,
      query: (...args) => db.query(...args),
      prepared: (...args) => db.prepared(...args),
      tx: async (work) =>
        await db.tx(async (query) => {
          let said = 0;
          const mortal: Query = async (...args) => {
            said += 1;
            if (said > statements) await query('select pg_terminate_backend(pg_backend_pid())');
            return await query(...args);
          };
          return await work(mortal);
        }),
    },
  };
}
