import type { Service, Who } from '@zhitongche/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workOff } from '../testing/jobs.ts';
import { type Cast, testOffice, type TestOffice } from '../testing/office.ts';
import { sealedAll, followedAll } from '../testing/settled.ts';
import { submitted, takes } from '../testing/story.ts';
import { toyService } from '../testing/toy-service.ts';
import { inbox, myCases } from './case-lists.ts';
import { caseView } from './case-view.ts';
import { notices } from './notices.ts';
import { stats } from './stats.ts';

const seatAt = (code: string): Who => ({ role: 'countersigner', at: `division:${code}` });
const { sign } = toyService.flow.steps;
const { issuing } = toyService.flow.steps;
const [certificate] = toyService.papers;
if (sign?.kind !== 'work' || issuing?.kind !== 'issuing' || !certificate) throw new Error('another toy');

/** The toy with two divisions that countersign, a list beside the certificate, and a shorter promise for urgent cases. */
const told: Service = {
  ...toyService,
  policies: [
    ...toyService.policies,
    { key: 'toy.urgent', label: '加急时限', type: 'number', unit: '工作日', default: 2 },
  ],
  flow: {
    ...toyService.flow,
    urgentPromise: 'toy.urgent',
    steps: {
      ...toyService.flow.steps,
      sign: { ...sign, next: 'countersign' },
      countersign: {
        kind: 'panel',
        title: '会签',
        phase: '省外办',
        rule: 'all',
        members: () => [seatAt('security'), seatAt('finance')],
        next: 'review',
        onFail: 'review',
        acts: [{ kind: 'agree', opinion: 'optional' }],
      },
      issuing: { ...issuing, papers: () => ['list', 'certificate'] },
    },
  },
  papers: [
    certificate,
    {
      key: 'list',
      title: '人员名单',
      issuer: certificate.issuer,
      signed: certificate.signed,
      docx: certificate.docx,
      publicFacts: certificate.publicFacts,
      build: certificate.build,
    },
  ],
  summary: (answers, derived) => ({
    ...toyService.summary(answers, derived),
    ...(answers.copies === 9 ? { urgent: true } : {}),
  }),
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [told] });
});
afterAll(() => t.drop());

const filed = (subject: string, copies = 1) => submitted(t, 'toy', { subject, copies });
const signedBy = async (id: string, casts: readonly Cast[]): Promise<void> => {
  for (const cast of casts) await takes(t, cast, id, { act: 'agree' });
};
const ALL = ['signer', 'countersigner', 'countersigner@finance', 'handler'] as const;

describe('what people are told is so', () => {
  it('a case that its own applicant took back reads as taken back, not as one to be corrected', async () => {
    const id = await filed('撤回');
    await takes(t, 'filer', id, { act: 'withdraw' });
    const row = (await myCases(t.app, await t.actor('filer'), { q: '撤回' })).items[0];
    expect([row?.status, row?.stepTitle, row?.paused]).toEqual([
      'correcting',
      '已撤回',
      '申报人已撤回，待重新提交',
    ]);
    expect((await caseView(t.app, await t.actor('filer'), id)).row.stepTitle).toBe('已撤回');
  });

  it('also when it had been corrected before it was taken back; a case sent back still waits for its correction', async () => {
    const id = await filed('补正后撤回');
    await takes(t, 'signer', id, { act: 'correct', faults: [{ at: 'subject', message: '请写明。' }] });
    const stepTitle = async () => (await caseView(t.app, await t.actor('filer'), id)).row.stepTitle;
    expect(await stepTitle()).toBe('待补正');
    await takes(t, 'filer', id, { act: 'submit', answers: { subject: '补正后撤回', copies: 2 } });
    await takes(t, 'filer', id, { act: 'withdraw' });
    expect(await stepTitle()).toBe('已撤回');
    await takes(t, 'filer', id, { act: 'submit', answers: { subject: '补正后撤回', copies: 3 } });
    const view = await caseView(t.app, await t.actor('signer'), id);
    expect(view.timeline.map(({ text }) => text).join()).not.toContain('补正后第');
  });

  it('a countersigner’s row names the division that is asked, before and after it signed', async () => {
    const id = await filed('会签');
    await signedBy(id, ['signer', 'countersigner']);
    const view = await caseView(t.app, await t.actor('director'), id);
    const seats = view.state.seats.filter((seat) => seat.step === 'countersign');
    expect(seats.map((seat) => view.orgs[seat.org ?? ''])).toEqual(['安全保密处', '财务处']);
    const signer = (await t.actor('countersigner')).name;
    expect(view.timeline.map(({ text }) => text)).toContain(`安全保密处${signer}在“会签”同意`);
  });

  it('papers that come out of one decision are told once, each by its name, the numbered decision first', async () => {
    const id = await filed('文书');
    await signedBy(id, ALL);
    await workOff(t.app);
    const texts = (await notices(t.app, await t.actor('filer'), undefined)).items
      .filter((notice) => notice.text.includes('《文书证明》'))
      .map((notice) => notice.text);
    const view = await caseView(t.app, await t.actor('filer'), id);
    const number = view.papers.find((paper) => paper.paper === 'certificate')?.number;
    expect(number).toContain('测字');
    expect(texts).toEqual([
      `《文书证明》的《测试证明》（${number}）、《人员名单》已出具，可以下载。《文书证明》已办结。`,
    ]);
  });

  it('a case is found by the number of its paper, however the brackets are typed', async () => {
    const id = await filed('文号');
    await signedBy(id, ALL);
    await workOff(t.app);
    const view = await caseView(t.app, await t.actor('filer'), id);
    const number = view.papers.find((paper) => paper.paper === 'certificate')?.number ?? '';
    const director = await t.actor('director');
    const found = async (q: string) =>
      (await inbox(t.app, director, { tab: 'all', q })).items.map((row) => row.id);
    expect(await found(number)).toEqual([id]);
    expect(await found(number.replace('〔', '[').replace('〕', ']'))).toEqual([id]);
    // As cases stand that were issued before numbers were among the words searched.
    await t.base.owner.query("update case_file set grams = '{}' where id = $1", [id]);
    expect(await found(number)).toEqual([id]);
  });

  it('a case is found by its number alone, not by one that holds the same figures in another order or more of them', async () => {
    const director = await t.actor('director');
    const found = async (q: string) =>
      (await inbox(t.app, director, { tab: 'all', q })).items.map((row) => row.id);
    const issued = async (seq: number) => {
      await t.base.owner.query('update counter set last = $1 where series like $2', [seq - 1, '%toy%']);
      const id = await filed('顺序');
      await signedBy(id, ALL);
      await workOff(t.app);
      return id;
    };
    const [six, sixteen, other] = [await issued(206), await issued(1206), await issued(260)];
    for (const typed of ['〔2026〕206号', '[2026]206号', '（2026） 206号', '测字【2026】206号', '206号'])
      expect(await found(typed), typed).toEqual([six]);
    expect(await found('〔2026〕1206号')).toEqual([sixteen]);
    expect(await found('顺序 〔2026〕260号')).toEqual([other]);
    expect(await found('〔1206〕2026号')).toEqual([]);
    // Still being typed; and as rows stand that a program of before wrote.
    expect(new Set(await found('顺序 2026〕206'))).toEqual(new Set([six, sixteen]));
    await t.base.owner.query(
      "update case_file set grams = array(select g from unnest(grams) g where g !~ '〕')",
    );
    expect(await found('〔2026〕206号')).toContain(six);
  });

  it('an urgent case is marked in every list and promised sooner', async () => {
    const [usual, urgent] = [await filed('平常'), await filed('急件', 9)];
    await signedBy(usual, ['signer']);
    await signedBy(urgent, ['signer']);
    const rows = (await inbox(t.app, await t.actor('director'), { tab: 'all' })).items;
    const rowOf = (id: string) => rows.find((row) => row.id === id);
    expect([rowOf(usual)?.flags, rowOf(urgent)?.flags]).toEqual([[], ['urgent']]);
    const promised = async (id: string) =>
      (await caseView(t.app, await t.actor('director'), id)).state.promise?.days;
    expect([await promised(usual), await promised(urgent)]).toEqual([5, 2]);
  });
});

describe('the share on time', () => {
  it('counts a case whose deadline has passed as late although nobody has closed it yet', async () => {
    const late = await testOffice({ services: [toyService] });
    const overdue = async (of: 'me' | 'office', cast: Cast) => {
      const { onTime, late: after, overdue: still } = await stats(late.app, await late.actor(cast), { of });
      return { onTime, late: after, overdue: still };
    };
    try {
      const began = [
        await submitted(late, 'toy', { subject: '甲', copies: 1 }),
        await submitted(late, 'toy', { subject: '乙', copies: 1 }),
      ];
      for (const id of began) await takes(late, 'signer', id, { act: 'agree' });
      await takes(late, 'handler', began[0] ?? '', { act: 'agree' });
      await sealedAll(late.app, late.office);
      await followedAll(late.app, late.office);
      expect(await overdue('office', 'director')).toEqual({ onTime: 1, late: 0, overdue: 0 });
      late.at('2026-04-01');
      expect(await overdue('office', 'director')).toEqual({ onTime: 1, late: 0, overdue: 1 });
      expect(await overdue('me', 'handler')).toMatchObject({ late: 0, overdue: 1 });
    } finally {
      await late.drop();
    }
  });
});
