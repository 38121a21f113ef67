import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyPdf } from '@zhitongche/formats';
import { shippedGlyphs } from '../../../../platform/document/server/glyphs.ts';
import { makePapers } from '../../../../platform/document/server/paper-maker.ts';
import type { PaperMaker } from '@zhitongche/core/server';
import { trustedCertificates } from '../../../../platform/document/server/signing-keys.ts';
import { caseView, stuckPapers } from '@zhitongche/case/server';
import { workOff } from '../../testing/jobs.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import { JOB_HANDLERS } from './handlers.ts';
import { runNextJob } from './outbox.ts';

const real = makePapers();
let broken: 'no' | 'throws' | 'refuses' = 'no';
/** True while the checks know nothing of fonts, as before they were told. */
let lenient = false;
/** The product's own paper maker behind a switch that lets it fail as signature devices and fonts do. */
const papers: PaperMaker = {
  ready: () => real.ready(),
  async make(doc, wish) {
    if (broken === 'throws') throw new Error('the signature device does not answer');
    if (broken === 'refuses') {
      const problem = {
        code: 'paper.glyph',
        level: 'block',
        at: [],
        message: '缺字“𡘙”',
        en: 'Missing glyph',
      } as const;
      return { ok: false, problems: [problem] };
    }
    return await real.make(doc, wish);
  },
};

let t: TestOffice;
beforeAll(async () => {
  const glyphs = await shippedGlyphs();
  t = await testOffice({
    services: [toyService],
    papers,
    glyphs: { ...glyphs, draws: (code) => lenient || glyphs.draws(code) },
  });
});
afterAll(() => t.drop());
beforeEach(() => {
  broken = 'no';
});

const approved = async (subject = '海南考察'): Promise<string> => {
  const id = await submitted(t, 'toy', {
    subject,
    copies: 1,
    citizenId: '11010519491231002X',
    holder: '甲',
  });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  return id;
};
const viewOf = async (id: string) => await caseView(t.app, await t.actor('handler'), id);
const paperRows = (id: string) =>
  t.base.owner.query<{ number: string; pdf_digest: string; docx_digest: string; status: string }>(
    'select number, pdf_digest, docx_digest, status from paper where case_id = $1 order by issue',
    [id],
  );

describe('issuing a paper', () => {
  it('ends with a signed PDF, a Word file, a code, and the case closed', async () => {
    const id = await approved();
    expect((await viewOf(id)).row.status).toBe('issuing');
    await workOff(t.app);
    const view = await viewOf(id);
    expect(view.row.status).toBe('completed');
    const [paper] = view.papers;
    expect(paper).toMatchObject({ status: 'issued', pdf: `/api/cases/${id}/papers/certificate` });
    expect(paper?.number).toMatch(/^某外测字〔2026〕\d+号$/);
    const [row] = await paperRows(id);
    const pdf = await t.app.blobs.read(row?.pdf_digest ?? '');
    expect(pdf && verifyPdf(pdf, await trustedCertificates(t.app, t.office))).toMatchObject({
      valid: true,
      coversWhole: true,
      signer: { office: '某某省人民政府外事办公室' },
    });
    const word = await t.app.blobs.read(row?.docx_digest ?? '');
    expect(Buffer.from(word?.subarray(0, 2) ?? []).toString()).toBe('PK');
  });

  it('fills the register, with personal values sealed, and tells who asked to be told', async () => {
    const id = await approved();
    await workOff(t.app);
    const [row] = await t.base.owner.query<{ data: Record<string, unknown>; keys: string[] }>(
      "select data, keys from register_row where register = 'certificates' and case_id = $1",
      [id],
    );
    expect(row?.data).toMatchObject({ subject: '海南考察' });
    expect(JSON.stringify(row?.data)).not.toContain('11010519491231002X');
    expect(row?.keys).toHaveLength(1);
    const told = await t.base.owner.query<{ text: string }>(
      'select text from notice where case_id = $1 and person = $2',
      [id, (await t.actor('signer')).id],
    );
    expect(told.map((notice) => notice.text)).toEqual(['《海南考察证明》证明已出具']);
  });

  it('that cannot be made leaves the case visibly stuck with the reason, and a retry brings the paper under its number', async () => {
    broken = 'refuses';
    const id = await approved();
    const [drawn] = await t.base.owner.query<{ seq: number }>(
      "select seq from number_drawn where case_id = $1 and paper = 'certificate'",
      [id],
    );
    await workOff(t.app);
    const stuck = await viewOf(id);
    expect(stuck.row.status).toBe('stuck');
    expect(stuck.papers[0]).toMatchObject({ status: 'failed', problem: '缺字“𡘙”', pdf: null });
    expect(stuck.acts.map((open) => open.act)).toContain('retry');

    broken = 'no';
    await takes(t, 'handler', id, { act: 'retry', paper: 'certificate' });
    await workOff(t.app);
    const done = await viewOf(id);
    expect(done.row.status).toBe('completed');
    expect(done.papers[0]?.number).toBe(`某外测字〔2026〕${drawn?.seq}号`);
  });

  it('held up by a character no font has goes on once somebody says how it is written, on the paper and on the public page', async () => {
    lenient = true;
    const id = await approved('李𫍰考察');
    lenient = false;
    await workOff(t.app);
    const stuck = await viewOf(id);
    expect(stuck.papers[0]).toMatchObject({ status: 'failed', undrawn: ['𫍰'] });
    expect(stuck.papers[0]?.problem).toContain('U+2B370');
    // The list of what could not be made says so too: trying again there would fail the same way.
    const listed = (await stuckPapers(t.app, await t.actor('handler'))).find((one) => one.case.id === id);
    expect(listed?.undrawn).toEqual(['𫍰']);

    await takes(t, 'handler', id, { act: 'retry', paper: 'certificate', spelling: { 𫍰: '言胥' } });
    await workOff(t.app);
    const done = await viewOf(id);
    expect(done.row.status).toBe('completed');
    expect(done.state.answers.subject).toBe('李𫍰考察');
    expect(done.timeline.map((line) => line.text).join()).toContain('“𫍰”（U+2B370）写作“言胥”');
    const [row] = await t.base.owner.query<{ facts: unknown; pdf_digest: string }>(
      'select facts, pdf_digest from paper where case_id = $1',
      [id],
    );
    expect(JSON.stringify(row?.facts)).toContain('李言胥考察');
  });

  it('with a signer that does not answer is tried again later and then shown as failed', async () => {
    broken = 'throws';
    const id = await approved();
    await workOff(t.app);
    expect((await viewOf(id)).row.status).toBe('issuing');
    const [job] = await t.base.owner.query<{ attempts: number; problem: string }>(
      "select attempts, problem from outbox where case_id = $1 and kind = 'issue'",
      [id],
    );
    expect(job).toEqual({ attempts: 1, problem: 'Error' });
    t.at('2026-03-02T01:10:00Z');
    await workOff(t.app);
    t.at('2026-03-02T01:20:00Z');
    await workOff(t.app);
    expect((await viewOf(id)).row.status).toBe('stuck');
    t.at('2026-03-02');
  });

  it('survives a worker killed in the middle: nothing half done, and the next worker finishes it', async () => {
    const id = await approved();
    const before = await viewOf(id);
    class Killed extends Error {}
    const issue = JOB_HANDLERS.issue;
    if (!issue) throw new Error('no handler');
    // The handler has written everything; the connection dies before the commit.
    const dying = runNextJob(t.app, {
      ...JOB_HANDLERS,
      issue: async (app, job, query) => {
        await issue(app, job, query);
        await query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
        throw new Killed();
      },
    });
    await dying.catch(() => undefined);
    const after = await viewOf(id);
    expect(after.row.revision).toBe(before.row.revision);
    expect(await paperRows(id)).toEqual([]);
    t.at('2026-03-02T02:00:00Z');
    await workOff(t.app);
    expect((await viewOf(id)).row.status).toBe('completed');
    expect(await paperRows(id)).toHaveLength(1);
    t.at('2026-03-02');
  });

  it('by many workers at once makes each paper once', async () => {
    const ids = await Promise.all([approved(), approved(), approved()]);
    await Promise.all([workOff(t.app), workOff(t.app), workOff(t.app)]);
    await workOff(t.app);
    for (const id of ids) expect(await paperRows(id)).toHaveLength(1);
  });
});
