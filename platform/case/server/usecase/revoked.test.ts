import { readFile } from 'node:fs/promises';
import { SYSTEM_DOER, type ActDef, type Service } from '@zhitongche/case';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { caseView } from '../query/case-view.ts';
import { register } from '@zhitongche/register/server';
import { verifyAll } from '@zhitongche/proof/server';
import { verifyByCode } from '@zhitongche/document/server';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { sealedAll } from '../../../../apps/server/testing/settled.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { commit } from './commit.ts';
import { openAnyCase } from './open-case.ts';

const handler = { role: 'handler', at: 'division:outbound' } as const;
const { issuing } = toyService.flow.steps;
if (issuing?.kind !== 'issuing') throw new Error('the toy issues a certificate');

/** The toy with an applicant who keeps the certificate and a handler who may revoke it, and then waits for it to come back. */
const kept = (effects: ActDef['effects'] = [{ do: 'revoke' }]): Service => ({
  ...toyService,
  registers: toyService.registers.map((def) => ({
    ...def,
    columns: [...def.columns, { key: 'status', label: '状态' }],
    rows: (state, context) =>
      def.rows(state, context).map((row) => ({
        ...row,
        status: state.papers.some((paper) => paper.revoked) ? '作废' : '有效',
      })),
  })),
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
        onEnter: [{ do: 'register', register: 'certificates' }],
        acts: [
          { kind: 'advance', label: '归档' },
          { kind: 'advance', key: 'annul', label: '撤销证明', to: 'hand-in', who: handler, effects },
        ],
      },
      'hand-in': {
        kind: 'work',
        title: '交回证明',
        phase: '办结',
        who: handler,
        next: 'annulled',
        acts: [{ kind: 'advance', label: '已交回' }],
      },
      annulled: { kind: 'end', title: '证明已撤销', phase: '办结', outcome: 'cancelled' },
    },
  },
});

let t: TestOffice;
let id = '';
const begin = async (service: Service): Promise<void> => {
  t = await testOffice({ services: [service] });
  id = await submitted(t, 'toy', { subject: '海南考察', copies: 1, holder: '甲' });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
};
/** The same office under a program that knows the service otherwise. */
const upgrade = (service: Service): void => {
  const find = () => service;
  Object.assign(t, { app: { ...t.app, services: { ...t.app.services, get: find, latest: find } } });
};
afterEach(() => t.drop());

const page = async () => {
  const [paper] = await t.base.owner.query<{ code: string }>('select code from paper');
  return (await verifyByCode(t.app, paper?.code ?? '')).result;
};
const statuses = async () =>
  (await register(t.app, await t.actor('director'), 'certificates', {})).items.map((row) => row.status);
const broken = async () => (await verifyAll(t.app))[0]?.broken ?? [];

describe('a paper whose matter ended', () => {
  beforeEach(() => begin(kept()));

  test('is revoked on the public page, in the registers and on the case in the very commit that ends the matter', async () => {
    expect([await page(), await statuses()]).toEqual(['valid', ['有效']]);
    await takes(t, 'handler', id, { act: 'annul' });
    // No job has run.
    expect([await page(), await statuses()]).toEqual(['revoked', ['作废']]);
    const view = await caseView(t.app, await t.actor('filer'), id);
    expect(view.papers.map((paper) => paper.status)).toEqual(['revoked']);
    expect(view.timeline.map((entry) => entry.text)).toContain('本办件已出具的文书全部作废');
    await workOff(t.app);
    await sealedAll(t.app, t.office);
    expect(await broken()).toEqual([]);
  });

  test('stays as it was when the act comes too late', async () => {
    const stale = await openAnyCase(t.app, t.office, id, { person: id, key: '' });
    if (!stale) throw new Error('the case is there');
    const decision = {
      doer: SYSTEM_DOER,
      events: [{ type: 'effect' as const, effect: { do: 'revoke' as const }, id: 'x' }],
    };
    await takes(t, 'filer', id, { act: 'advance' });
    expect(await commit(t.app, t.office, stale, decision, { action: 'case.test', source: '' })).toBeNull();
    expect([await page(), await statuses()]).toEqual(['valid', ['有效']]);
  });
});

describe('a case that an older program left with papers in force', () => {
  const mend = async (): Promise<void> => {
    const sql = await readFile(
      new URL('../../../core/migrations/0021_revoke_ended.sql', import.meta.url),
      'utf8',
    );
    await t.base.owner.query(sql);
    await workOff(t.app);
    await sealedAll(t.app, t.office);
  };

  test('after a decided revocation is found by verify and mended by a job', async () => {
    await begin(kept([]));
    await takes(t, 'handler', id, { act: 'annul' });
    await workOff(t.app);
    await sealedAll(t.app, t.office);
    upgrade(kept());
    expect((await broken()).join()).toContain('已撤销，文书“测试证明”却仍有效');
    await mend();
    expect(await broken()).toEqual([]);
    expect([await page(), await statuses()]).toEqual(['revoked', ['作废']]);
  });

  test('after a cancellation is found by verify and mended by a job', async () => {
    await begin(kept());
    const opened = await openAnyCase(t.app, t.office, id, { person: id, key: '' });
    if (!opened) throw new Error('the case is there');
    const { id: by, name, org } = await t.actor('filer');
    const events = [
      { type: 'cancelled' as const, from: 'held', reason: '不去了' },
      { type: 'closed' as const, outcome: 'cancelled' as const },
    ];
    await commit(
      t.app,
      t.office,
      opened,
      { doer: { id: by, name, org }, events },
      { action: 'case.cancel', source: '' },
    );
    // The older program's job knows nothing of revoking.
    await t.base.owner.query('delete from outbox');
    await sealedAll(t.app, t.office);
    expect((await broken()).join()).toContain('已撤销，文书“测试证明”却仍有效');
    await mend();
    expect(await broken()).toEqual([]);
    expect([await page(), await statuses()]).toEqual(['revoked', ['作废']]);
  });
});
