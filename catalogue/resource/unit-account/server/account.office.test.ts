import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestOffice } from '../../../../apps/server/testing/office.ts';
import { takes } from '../../../../apps/server/testing/story.ts';
import { act, caseView, createCase, notices } from '@zhitongche/case/server';
import { caseSpecimens, openSpecimen } from '../../../../platform/case/server/files/specimens.ts';
import { listRows } from '../../../../platform/register/server/kept/list-rows.ts';
import { keepRow, remindOfRows, verifyKept } from '@zhitongche/register/server';
import type { OfficeActor } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import {
  accountOffice,
  clerk,
  codes,
  confirmed,
  files,
  hands,
  opening,
  puts,
  USCC,
} from '../testing/world.ts';
import { uploaded } from '../../../../apps/server/testing/uploads.ts';

let t: TestOffice;
let filer: OfficeActor;
let second: OfficeActor;
const TOY = { subject: '办证明', copies: 1 };
const toy = (by: OfficeActor) => files(t, by, () => TOY, 'toy');
const rows = async (register: string, asked = {}) =>
  (await listRows(t.app, await t.actor('window'), register, asked)).items;
const papersOf = async (id: string) =>
  (await caseView(t.app, filer, id)).papers.map(({ title, status }) => `${title} ${status}`);

beforeAll(async () => {
  t = await accountOffice();
  filer = await t.actor('filer');
  second = await clerk(t, 'second', '接办人', t.orgs.unit);
  for (const who of ['signer', 'window', 'division-head', 'handler'] as const) await t.actor(who);
});
afterAll(() => t.drop());

describe('before its account is confirmed', () => {
  it('a unit files as before where the office has not introduced accounts', async () => {
    expect(await codes(toy(filer))).toEqual([]);
  });

  it('it drafts but does not file from the day the office says', async () => {
    await puts(t, 'unit-account.filing', 'stop', '2026-03-03');
    expect(await codes(toy(filer))).toEqual([]);
    t.at('2026-03-03');
    const { id } = await createCase(t.app, filer, { key: newId(), service: 'toy' });
    expect(await codes(hands(t, filer, id, TOY))).toEqual(['F-01']);
    expect((await caseView(t.app, filer, id)).row.status).toBe('draft');
    // A division of the office itself files without an account.
    expect(await codes(toy(await clerk(t, 'general', '综合处专办员', t.orgs.general)))).toEqual([]);
  });

  it.each([
    ['a code with a wrong check digit', { uscc: '91350100M000100Y44' }, 'uscc.check'],
    ['a certificate that has expired', { certificateUntil: '2026-03-01' }, 'K-03'],
    ['a log-in nobody opened', { clerks: [{ name: '甲', login: 'nobody', phone: '13900000000' }] }, 'K-07'],
    [
      'a third clerk',
      { clerks: ['filer', 'second', 'third'].map((login) => ({ name: login, login, phone: '13900000000' })) },
      'K-06',
    ],
  ])('%s is a problem and nothing is filed', async (_what, over, code) => {
    const { id } = await createCase(t.app, filer, { key: newId(), service: 'unit-account' });
    const wrong = await codes(hands(t, filer, id, await opening(t, filer, id, over)));
    expect(wrong).toContain(code);
    expect((await caseView(t.app, filer, id)).row.status).toBe('draft');
  });

  it('a signer twice, and three of them, are problems', async () => {
    const { id } = await createCase(t.app, filer, { key: newId(), service: 'unit-account' });
    const specimen = [{ ...(await uploaded(t, filer, id, '签.png')) }];
    const signers = ['甲', '甲', '乙'].map((name) => ({ name, post: '厅长', specimen }));
    expect(await codes(hands(t, filer, id, await opening(t, filer, id, { signers })))).toEqual(['K-05']);
  });
});

describe('an account', () => {
  let opened: string;

  it('is confirmed by the office, stands in both registers and brings the receipt', async () => {
    opened = await files(t, filer, (id) => opening(t, filer, id));
    expect(await codes(toy(filer))).toEqual(['F-01']);
    await confirmed(t, opened);
    expect(await papersOf(opened)).toEqual(['备案回执 issued']);
    const [book] = await rows('unit-account-book');
    expect(book).toMatchObject({ title: '某某省商务厅', stage: 'open' });
    expect(book?.answers).toMatchObject({ uscc: USCC, since: '2026-03-03', until: '2027-03-02' });
    expect((await rows('unit-account-clerk')).map(({ title }) => title)).toEqual(['专办员 某某省商务厅']);
    expect(await codes(toy(filer))).toEqual([]);
  });

  it('is opened once, and no other unit has its code', async () => {
    const { id } = await createCase(t.app, filer, { key: newId(), service: 'unit-account' });
    expect(await codes(hands(t, filer, id, await opening(t, filer, id)))).toContain('K-01');
    const other = await t.actor('filer@other');
    const draft = await createCase(t.app, other, { key: newId(), service: 'unit-account' });
    const login = [{ name: '专办员', login: 'filer@other', phone: '13900000000' }];
    const wrong = await codes(
      hands(
        t,
        other,
        draft.id,
        await opening(t, other, draft.id, { clerks: login, unit: '某某省科学技术厅' }),
      ),
    );
    expect(wrong).toEqual(['K-02']);
  });

  it('lets nobody file who is no clerk of it, until he is put on file; then no third', async () => {
    expect(await codes(toy(second))).toEqual(['F-01']);
    const change = async (login: string, name: string) =>
      await files(t, filer, async (id) => ({
        matter: 'change',
        unit: '某某省商务厅',
        changes: ['clerks'],
        reason: '工作需要',
        letter: [{ ...(await uploaded(t, filer, id, '函.pdf')) }],
        clerks: [{ name, login, phone: '13900000001' }],
      }));
    const third = await clerk(t, 'third', '第三人', t.orgs.unit);
    const one = await change('second', second.name);
    const two = await change('third', third.name);
    await confirmed(t, one);
    expect(await codes(toy(second))).toEqual([]);
    // Both were filed while there was room; the second is refused where it is confirmed, and writes nothing.
    await takes(t, 'signer', two, { act: 'agree' });
    await takes(t, 'window', two, { act: 'agree' });
    expect(await codes(takes(t, 'division-head', two, { act: 'agree' }))).toEqual(['row.most']);
    expect(await rows('unit-account-clerk')).toHaveLength(2);
    // By hand it is no other way, nor by calling back who has left.
    const unit = { id: t.orgs.unit, title: '' };
    const answers = {
      name: third.name,
      unit,
      belongs: { id: t.orgs.root, title: '' },
      login: 'third',
      since: '2026-03-03',
    };
    const byHand = { act: 'enter', answers } as never;
    const window = await t.actor('window');
    expect(
      await codes(keepRow(t.app, window, { register: 'unit-account-clerk', key: newId(), command: byHand })),
    ).toEqual(['row.most']);
    const left = { act: 'enter', answers, stage: 'left', reason: '补录已离任的' } as never;
    const { id } = await keepRow(t.app, window, {
      register: 'unit-account-clerk',
      key: newId(),
      command: left,
    });
    const back = { act: 'move', move: 'return', data: { day: '2026-03-03' } } as const;
    const again = { register: 'unit-account-clerk', id, revision: 1, key: newId(), command: back };
    expect(await codes(keepRow(t.app, window, again))).toEqual(['row.most']);
    await keepRow(t.app, window, { ...again, key: newId(), command: { act: 'retire', reason: '补录有误' } });
    expect(await rows('unit-account-clerk')).toHaveLength(2);
    expect(await codes(change('third', third.name))).toEqual(['K-06']);
  });

  it('warns of a clerk nobody trained, as the office says, until a course was passed', async () => {
    await puts(t, 'unit-account.training', 'stop', '2026-03-03');
    expect(await codes(toy(filer))).toEqual(['F-02']);
    const attended = await keepRow(t.app, await t.actor('handler'), {
      register: 'course',
      key: newId(),
      command: {
        act: 'enter',
        answers: {
          title: '专办员培训',
          kind: 'filer',
          day: '2026-03-03',
          hours: '6.0',
          signups: [{ name: filer.name, unit: { id: t.orgs.unit, title: '' } }],
        },
      },
    });
    const by = await t.actor('handler');
    const moves = async (register: string, id: string, revision: number, move: string, data = {}) =>
      await keepRow(t.app, by, {
        register,
        id,
        revision,
        key: newId(),
        command: { act: 'move', move, data },
      });
    await moves('course', attended.id, 1, 'announce');
    await moves('course', attended.id, 2, 'begin');
    const [line] = (await listRows(t.app, by, 'attendance', {})).items;
    await moves('attendance', line?.id ?? '', 1, 'sign-in', { why: '手机没电' });
    await moves('attendance', line?.id ?? '', 2, 'sign-out');
    await moves('attendance', line?.id ?? '', 3, 'pass');
    expect(await codes(toy(filer))).toEqual([]);
    expect(await codes(toy(second))).toEqual(['F-02']);
    const trained = await rows('unit-account-clerk');
    expect(trained.map(({ title, answers }) => [title, answers.trainedUntil])).toEqual([
      ['专办员 某某省商务厅', '2029-03-03'],
      ['接办人 某某省商务厅', '2026-03-02'],
    ]);
    await remindOfRows(t.app);
    const due = await rows('unit-account-clerk', {
      stage: 'due',
      filters: ['office=某某省人民政府外事办公室'],
    });
    expect(due.map(({ title }) => title)).toEqual(['接办人 某某省商务厅']);
    await puts(t, 'unit-account.training', 'off', '2026-03-04');
  });

  it('stands beside a signed scan as it was on file then, for reviewers only, and is on record when opened', async () => {
    t.at('2026-03-05');
    const scanned = (unit: string) => async (id: string) => ({
      matter: 'change',
      unit,
      changes: ['seal'],
      reason: '换章',
      letter: [{ ...(await uploaded(t, filer, id, '函.pdf')) }],
      seal: [{ ...(await uploaded(t, filer, id, '新章.png')) }],
    });
    const change = await files(t, filer, scanned('某某省商务厅'));
    await takes(t, 'signer', change, { act: 'agree' });
    const window = await t.actor('window');
    const before = await caseSpecimens(t.app, window, change);
    expect(before.map(({ label, holder, name, since }) => [label, holder, name, since])).toEqual([
      ['公章', '某某省商务厅', '公章.png', '2026-03-03'],
      ['签批人签字', '周签批 副厅长', '签字.png', '2026-03-03'],
    ]);
    expect(await caseSpecimens(t.app, filer, change)).toEqual([]);
    expect(await caseSpecimens(t.app, await t.actor('signer'), change)).toEqual([]);
    expect(await codes(openSpecimen(t.app, filer, change, before[0]?.id ?? ''))).toEqual(['file.not-found']);
    expect(await codes(caseSpecimens(t.app, await t.actor('filer@other'), change))).toEqual([
      'case.not-found',
    ]);
    await openSpecimen(t.app, window, change, before[0]?.id ?? '');
    const [line] = await t.base.owner.query<{ detail: object }>(
      "select detail from audit where action = 'file.open' and object = $1",
      [`case:${change}`],
    );
    expect(line?.detail).toMatchObject({ file: before[0]?.id, specimen: true });
    t.at('2026-03-05T05:00:00.000Z');
    await takes(t, 'window', change, { act: 'agree' });
    await takes(t, 'division-head', change, { act: 'agree' });
    // What was filed before keeps the seal of its day; what is filed now has the new one.
    expect((await caseSpecimens(t.app, window, change)).map(({ name }) => name)).toEqual([
      '公章.png',
      '签字.png',
    ]);
    t.at('2026-03-06');
    const later = await files(t, filer, scanned('某某省商务厅'));
    await takes(t, 'signer', later, { act: 'agree' });
    expect((await caseSpecimens(t.app, window, later)).map(({ name, since }) => [name, since])).toEqual([
      ['新章.png', '2026-03-05'],
      ['签字.png', '2026-03-03'],
    ]);
  });

  it('gives a corrected name to new drafts and leaves what was filed as it is', async () => {
    const filed = await files(t, filer, async (id) => ({
      matter: 'change',
      unit: '某某省商务厅',
      changes: ['name'],
      newName: '某某省商务和口岸厅',
      reason: '机构改革',
      uscc: USCC,
      certificate: [{ ...(await uploaded(t, filer, id, '新证书.pdf')) }],
      letter: [{ ...(await uploaded(t, filer, id, '函.pdf')) }],
    }));
    await confirmed(t, filed);
    expect(await papersOf(filed)).toEqual(['备案变更通知 issued']);
    const { id } = await createCase(t.app, filer, { key: newId(), service: 'unit-account' });
    expect((await caseView(t.app, filer, id)).draft?.answers.unit).toBe('某某省商务和口岸厅');
    expect((await caseView(t.app, filer, opened)).state.answers.unit).toBe('某某省商务厅');
    expect((await caseView(t.app, filer, opened)).row.title).toBe('某某省商务厅开户备案');
  });

  it('reminds the clerk thirty days before its end, stops filing after it, and goes on once renewed', async () => {
    t.at('2027-01-31');
    await remindOfRows(t.app);
    const told = (await notices(t.app, filer, undefined)).items.map(({ text }) => text);
    expect(told).toContain('单位备案“某某省商务和口岸厅”30天后（2027-03-02）备案到期');
    expect(await codes(toy(filer))).toEqual([]);
    t.at('2027-03-03');
    expect(await codes(toy(filer))).toEqual(['F-01']);
    await remindOfRows(t.app);
    expect((await rows('unit-account-book'))[0]?.stage).toBe('lapsed');
    const renewal = await files(t, filer, async (id) => ({
      matter: 'renew',
      unit: '某某省商务和口岸厅',
      commitment: [{ ...(await uploaded(t, filer, id, '承诺书.pdf')) }],
    }));
    await confirmed(t, renewal);
    expect((await rows('unit-account-book'))[0]).toMatchObject({
      stage: 'open',
      answers: { until: '2028-03-02' },
    });
    expect(await codes(toy(filer))).toEqual([]);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});

it('a decision on the account is taken once, whatever is sent twice', async () => {
  const id = await files(t, filer, async (caseId) => ({
    matter: 'renew',
    unit: '某某省商务和口岸厅',
    commitment: [{ ...(await uploaded(t, filer, caseId, '承诺书.pdf')) }],
  }));
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'window', id, { act: 'agree' });
  const head = await t.actor('division-head');
  const asked = {
    caseId: id,
    revision: (await caseView(t.app, head, id)).state.revision,
    key: newId(),
    command: { act: 'agree' },
  };
  await Promise.all([act(t.app, head, asked), act(t.app, head, asked).catch(() => undefined)]);
  const [book] = await rows('unit-account-book');
  expect(book?.answers.until).toBe('2028-03-02');
});
