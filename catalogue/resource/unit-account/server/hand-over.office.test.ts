import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestOffice } from '../../../../apps/server/testing/office.ts';
import { revisionOf, takes } from '../../../../apps/server/testing/story.ts';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { decide } from '@zhitongche/case';
import {
  act,
  caseView,
  commit,
  createCase,
  decided,
  myCases,
  openAnyCase,
  settingOf,
} from '@zhitongche/case/server';
import { verifyKept } from '@zhitongche/register/server';
import type { OfficeActor } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { verifyStates } from '../../../../platform/proof/server/verify-states.ts';
import { verifyTold } from '../../../../platform/proof/server/verify-told.ts';
import { accountOffice, clerk, codes, confirmed, files, hands, opening, puts } from '../testing/world.ts';
import { uploaded } from '../../../../apps/server/testing/uploads.ts';

let t: TestOffice;
let leaving: OfficeActor;
let taking: OfficeActor;
const TOY = { subject: '办证明', copies: 1 };

const handover = (over = {}) => ({
  matter: 'handover',
  unit: '某某省商务厅',
  reason: '工作调动',
  from: 'filer',
  to: 'second',
  absent: false,
  ...over,
});
const applicantOf = async (id: string): Promise<string | undefined> =>
  (
    await t.base.owner.query<{ applicant_name: string }>(
      'select applicant_name from case_file where id = $1',
      [id],
    )
  )[0]?.applicant_name;
const sessionsOf = async (id: string): Promise<number> =>
  (await t.base.owner.query('select 1 from session where person = $1', [id])).length;

beforeAll(async () => {
  t = await accountOffice();
  leaving = await t.actor('filer');
  taking = await clerk(t, 'second', '接办人', t.orgs.unit);
  await clerk(t, 'stranger', '外单位的人', t.orgs.other);
  for (const who of ['signer', 'window', 'division-head', 'handler'] as const) await t.actor(who);
  const account = await files(t, leaving, (id) =>
    opening(t, leaving, id, {
      clerks: [
        { name: '专办员', login: 'filer', phone: '13900000000' },
        { name: '接办人', login: 'second', phone: '13900000001' },
      ],
    }),
  );
  await confirmed(t, account);
  await puts(t, 'unit-account.filing', 'stop', '2026-03-03');
  t.at('2026-03-03');
});
afterAll(() => t.drop());

describe('a clerk who leaves', () => {
  it.each([
    ['to oneself', { to: 'filer' }, ['K-08']],
    ['to somebody of another unit', { to: 'stranger' }, ['K-08']],
    ['to nobody', { to: 'nobody' }, ['K-08']],
    ['of somebody who is no clerk', { from: 'stranger' }, ['K-08']],
  ])('does not hand over %s', async (_what, over, problems) => {
    const { id } = await createCase(t.app, leaving, { key: newId(), service: 'unit-account' });
    expect(await codes(hands(t, leaving, id, handover(over)))).toEqual(problems);
    await t.base.owner.query('delete from draft where case_id = $1', [id]);
    await t.base.owner.query('delete from case_file where id = $1', [id]);
  });

  it('hands over what both have signed and no more: what was begun since goes on the list first', async () => {
    const id = await files(t, leaving, () => handover());
    const { id: late } = await createCase(t.app, leaving, { key: newId(), service: 'toy' });
    await act(t.app, taking, {
      caseId: id,
      revision: await revisionOf(t, id),
      key: newId(),
      command: { act: 'agree' },
    });
    await takes(t, 'signer', id, { act: 'agree' });
    await takes(t, 'window', id, { act: 'agree' });
    const before = await revisionOf(t, id);
    expect(await codes(takes(t, 'division-head', id, { act: 'agree' }))).toEqual(['hand-on.not-listed']);
    expect(await revisionOf(t, id)).toBe(before);
    expect(await applicantOf(late)).toBe('专办员');
    await takes(t, 'division-head', id, {
      act: 'correct',
      opinion: '清单有变',
      faults: [{ at: 'from', message: '请重新提交' }],
    });
    await act(t.app, leaving, {
      caseId: id,
      revision: await revisionOf(t, id),
      key: newId(),
      command: { act: 'cancel', opinion: '另行提交' },
    });
  });

  it('leaves open cases and drafts to the successor, and his log-in ends in that very commit', async () => {
    const running = await files(t, leaving, () => TOY, 'toy');
    const returned = await files(t, leaving, () => TOY, 'toy');
    await takes(t, 'signer', returned, { act: 'correct', faults: [{ at: 'subject', message: '写清楚' }] });
    const finished = await files(t, leaving, () => TOY, 'toy');
    await takes(t, 'signer', finished, { act: 'refuse', opinion: '不办' });
    const { id: draft } = await createCase(t.app, leaving, { key: newId(), service: 'toy' });
    await t.session('filer');
    expect(await sessionsOf(leaving.id)).toBe(1);

    const id = await files(t, leaving, () => handover());
    const listed = (await caseView(t.app, taking, id)).state.derived as {
      handover: { cases: readonly { id: string }[] };
    };
    expect(listed.handover.cases.map((one) => one.id)).toEqual(
      expect.arrayContaining([running, returned, draft]),
    );
    expect(listed.handover.cases.map((one) => one.id)).not.toContain(finished);
    // Whoever hands over has signed by handing in; it is the successor's turn.
    expect((await caseView(t.app, taking, id)).row.turn).toEqual(['接办人']);
    expect(
      await codes(
        act(t.app, leaving, {
          caseId: id,
          revision: await revisionOf(t, id),
          key: newId(),
          command: { act: 'agree' },
        }),
      ),
    ).toEqual(['act.not-open']);
    await act(t.app, taking, {
      caseId: id,
      revision: await revisionOf(t, id),
      key: newId(),
      command: { act: 'agree' },
    });
    await takes(t, 'signer', id, { act: 'agree' });
    await takes(t, 'window', id, { act: 'agree' });
    // Somebody is just filing the draft as the head confirms: his page was read before.
    const stale = { caseId: draft, revision: 0, key: newId(), command: { act: 'submit', answers: TOY } };
    await takes(t, 'division-head', id, { act: 'agree' });

    expect(await Promise.all([running, returned, draft].map(applicantOf))).toEqual([
      '接办人',
      '接办人',
      '接办人',
    ]);
    expect(await applicantOf(finished)).toBe('专办员');
    expect(await codes(act(t.app, leaving, stale))).toEqual(['F-01']);
    expect(await sessionsOf(leaving.id)).toBe(0);
    const [person] = await t.base.owner.query<{ status: string; grants: number }>(
      `select status, (select count(*) from role_grant where person = p.id and status = 'active') as grants
       from person p where id = $1`,
      [leaving.id],
    );
    expect(person).toEqual({ status: 'disabled', grants: 0 });

    await workOff(t.app);
    const view = await caseView(t.app, taking, id);
    expect(view.papers.map(({ title, status }) => `${title} ${status}`)).toEqual([
      '办件移交清单 issued',
      '备案变更通知 issued',
    ]);
    const moved = await caseView(t.app, taking, running);
    expect(moved.timeline.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^由专办员移交接办人接办（专办员交接 /),
    );
    // He goes on with what was sent back, and files what was a draft.
    expect(await codes(hands(t, taking, returned, TOY))).toEqual([]);
    expect(await codes(hands(t, taking, draft, TOY))).toEqual([]);
    const { items } = await myCases(t.app, taking, {});
    expect(items.map((one) => one.id)).toEqual(expect.arrayContaining([running, returned, draft]));
  });

  it('and whoever files at that very moment is either on the list or overtaken, never lost', async () => {
    const { id } = await createCase(t.app, taking, { key: newId(), service: 'toy' });
    const opened = await openAnyCase(t.app, t.office, id, { person: taking.id, key: '' });
    if (!opened) throw new Error('no draft');
    // The hand-over is through while a submission that was decided before is on its way to the database.
    await t.base.owner.query('update case_file set applicant = $2, applicant_name = $3 where id = $1', [
      id,
      leaving.id,
      leaving.name,
    ]);
    const decision = decided(
      decide(opened.service, opened.state, { act: 'submit', answers: TOY }, settingOf(opened, taking)),
    );
    expect(
      await commit(t.app, t.office, opened, decision, { action: 'case.submit', source: '127.0.0.1' }),
    ).toBeNull();
    expect(await revisionOf(t, id)).toBe(0);
  });

  it('leaves a closed account that may be opened anew', async () => {
    const answers = { matter: 'close', unit: '某某省商务厅', reason: '撤并' };
    const closing = await files(t, taking, async (id) => ({
      ...answers,
      letter: [{ ...(await uploaded(t, taking, id, '函.pdf')) }],
    }));
    await confirmed(t, closing);
    expect(await codes(files(t, taking, () => TOY, 'toy'))).toEqual(['F-01']);
    const clerks = [{ name: '接办人', login: 'second', phone: '13900000001' }];
    // His row is that of somebody who has left; a clerk who comes back comes back to it.
    const anew = await files(t, taking, (id) => opening(t, taking, id, { clerks }));
    await confirmed(t, anew);
    expect(await codes(files(t, taking, () => TOY, 'toy'))).toEqual([]);
  });

  it('is proved like everything else', async () => {
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
    expect((await verifyStates(t.app, t.office)).broken).toEqual([]);
    expect(await verifyTold(t.app, t.office)).toMatchObject({ broken: [] });
  });
});
