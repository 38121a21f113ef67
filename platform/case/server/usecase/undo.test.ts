import type { Service } from '@zhitongche/case';
import { addPolicy } from '../../../administration/server/policies.ts';
import { ProblemError } from '@zhitongche/core/server';
import { verifyAll } from '@zhitongche/proof/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOB_HANDLERS } from '../../../../apps/server/src/job/handlers.ts';
import { runNextJob } from '../../../../apps/server/src/job/outbox.ts';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { caseView } from '../query/case-view.ts';
import { notices } from '../query/notices.ts';

const { sign, review } = toyService.flow.steps;
if (sign?.kind !== 'work' || review?.kind !== 'work') throw new Error('another toy');

/** The toy whose signer hands the case back to its applicant by name, so that somebody is told of a plain agreement. */
const personal: Service = {
  ...toyService,
  flow: {
    ...toyService.flow,
    steps: {
      ...toyService.flow.steps,
      sign: { ...sign, next: 'confirm', acts: [{ kind: 'agree', opinion: 'optional' }, { kind: 'correct' }] },
      confirm: {
        kind: 'work',
        title: '申报人确认',
        phase: '单位',
        who: { applicant: true },
        next: 'review',
        acts: [{ kind: 'advance', key: 'confirm', label: '确认' }],
      },
    },
  },
};

let t: TestOffice;
let day = 2;
beforeAll(async () => {
  t = await testOffice({ services: [personal] });
});
afterAll(() => t.drop());

const at = (time: string): void => t.at(`2026-03-${String(day).padStart(2, '0')}T${time}.000Z`);
/** A case filed on a day of its own, and agreed to by its signer at nine. */
const agreed = async (subject: string): Promise<string> => {
  day += 1;
  at('00:30:00');
  const id = await submitted(t, 'toy', { subject, copies: 1 });
  at('01:00:00');
  await workOff(t.app);
  await takes(t, 'signer', id, { act: 'agree', opinion: '同意。' });
  return id;
};
const told = async (subject: string): Promise<readonly string[]> =>
  (await notices(t.app, await t.actor('filer'), undefined)).items
    .map(({ text }) => text)
    .filter((text) => text.includes(`《${subject}证明》`));
const refusal = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

describe('a moment in which a decision can be taken back', () => {
  it('tells nobody before the moment is over, and then once', async () => {
    await agreed('准时');
    at('01:00:07');
    await workOff(t.app);
    expect(await told('准时')).toEqual([]);
    at('01:00:08');
    await workOff(t.app);
    await workOff(t.app);
    expect(await told('准时')).toEqual(['《准时证明》等待您办理。']);
  });

  it('taken back within it, the act stays on record with its undoing, and nobody ever hears of it', async () => {
    const id = await agreed('误点');
    at('01:00:05');
    await takes(t, 'signer', id, { act: 'withdraw' });
    at('02:00:00');
    await workOff(t.app);
    expect(await told('误点')).toEqual([]);
    const view = await caseView(t.app, await t.actor('signer'), id);
    expect(view.row.step).toBe('sign');
    expect(view.timeline.map(({ body }) => body.type)).toEqual(
      expect.arrayContaining(['decided', 'withdrawn']),
    );
    expect(view.acts.map(({ act }) => act)).toContain('agree');
    // Decided anew it is told like any other.
    await takes(t, 'signer', id, { act: 'agree' });
    at('02:00:09');
    await workOff(t.app);
    expect(await told('误点')).toEqual(['《误点证明》等待您办理。']);
    expect((await verifyAll(t.app)).flatMap(({ broken }) => broken)).toEqual([]);
  });

  it('once somebody has built on it, it cannot be taken back, and what it had to tell is still told', async () => {
    const id = await agreed('接办');
    at('01:00:03');
    await takes(t, 'filer', id, { act: 'confirm' });
    expect(await refusal(takes(t, 'signer', id, { act: 'withdraw' }))).toBe('act.not-open');
    at('01:00:20');
    await workOff(t.app);
    expect(await told('接办')).toEqual(['《接办证明》等待您办理。']);
  });

  it('a worker that dies while telling leaves nothing half told', async () => {
    await agreed('中断');
    at('01:00:10');
    const dies = async (...args: Parameters<NonNullable<(typeof JOB_HANDLERS)['tell']>>): Promise<void> => {
      await JOB_HANDLERS.tell?.(...args);
      throw new Error('killed');
    };
    await runNextJob(t.app, { ...JOB_HANDLERS, tell: dies });
    expect(await told('中断')).toEqual([]);
    at('01:05:00');
    await workOff(t.app);
    expect(await told('中断')).toEqual(['《中断证明》等待您办理。']);
  });

  it('what draws a number and asks for a paper says so before, and cannot be taken back after', async () => {
    const id = await agreed('出证');
    await takes(t, 'filer', id, { act: 'confirm' });
    const handler = await t.actor('handler');
    const before = await caseView(t.app, handler, id);
    const final = before.acts.filter((act) => act.final).map(({ act }) => act);
    expect(final).toContain('agree');
    expect(final).not.toContain('return');
    await takes(t, 'handler', id, { act: 'agree' });
    expect(await refusal(takes(t, 'handler', id, { act: 'withdraw' }))).toBe('act.not-open');
  });

  it('an office that wants no such moment tells at once', async () => {
    const asked = { key: freshKey(), what: 'policy', request: {} };
    await addPolicy(t.app, await t.actor('system-admin'), asked, {
      key: 'case.undo-seconds',
      value: 0,
      validFrom: `2026-03-${String(day).padStart(2, '0')}`,
      source: '本办〔2026〕1号',
    });
    await agreed('立即');
    expect(await told('立即')).toEqual(['《立即证明》等待您办理。']);
  });
});
