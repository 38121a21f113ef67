import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Service } from '@zhitongche/case';
import { makePapers } from '../../../../platform/document/server/paper-maker.ts';
import type { PaperMaker } from '@zhitongche/core/server';
import { caseView, stuckPapers } from '@zhitongche/case/server';
import { verifyByCode } from '@zhitongche/document/server';
import { type Door, openDoor } from '../../testing/door.ts';
import { workOff } from '../../testing/jobs.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import { JOB_HANDLERS } from './handlers.ts';
import { runNextJob } from './outbox.ts';

const [certificate] = toyService.papers;
const { issuing } = toyService.flow.steps;
if (!certificate || issuing?.kind !== 'issuing') throw new Error('the toy has lost its certificate');

const UNITS = ['某某省科学院', '某某大学（北区）/附属医院', '某某市商务局'];
const nameOf = (unit: string): string => `certificate:${unit}`;

/** The toy, with a certificate for each of three units. */
const letters: Service = {
  ...toyService,
  code: 'letters',
  papers: [
    {
      ...certificate,
      addressed: true,
      build: (facts) => ({
        ...certificate.build(facts),
        blocks: [
          { kind: 'addressee', text: facts.addressee ?? '' },
          {
            kind: 'particulars',
            items: facts.state.papers.map((one) => ({ label: one.paper, value: one.number ?? '' })),
          },
          ...certificate.build(facts).blocks,
        ],
      }),
    },
  ],
  flow: {
    ...toyService.flow,
    steps: { ...toyService.flow.steps, issuing: { ...issuing, papers: () => UNITS.map(nameOf) } },
  },
};

const real = makePapers();
/** Papers to this unit cannot be made. */
let refused = '';
/** What each paper made says of the numbers of all of them. */
const cited: (readonly string[])[] = [];
const papers: PaperMaker = {
  ready: () => real.ready(),
  async make(doc, wish) {
    for (const block of doc.blocks)
      if (block.kind === 'particulars')
        cited.push(
          block.items.map(({ label, value }) => `${label} ${typeof value === 'string' ? value : ''}`),
        );
    if (refused !== '' && doc.blocks.some((block) => block.kind === 'addressee' && block.text === refused)) {
      const problem = { code: 'paper.glyph', level: 'block', at: [], message: '缺字', en: 'Glyph' } as const;
      return { ok: false, problems: [problem] };
    }
    return await real.make(doc, wish);
  },
};

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: [letters], papers });
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});
beforeEach(() => {
  refused = '';
});

const approved = async (): Promise<string> => {
  const id = await submitted(t, 'letters', { subject: '海南考察', copies: 1 });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  return id;
};
const viewOf = async (id: string) => await caseView(t.app, await t.actor('handler'), id);
const drawn = (id: string) =>
  t.base.owner.query<{ paper: string; seq: number }>(
    "select paper, seq from number_drawn where case_id = $1 and series = 'toy' order by seq",
    [id],
  );

it('一种文书给三个单位：每份一个文号、一个查验码，各自下载，各自查验', async () => {
  const id = await approved();
  await workOff(t.app);
  const view = await viewOf(id);
  expect(view.row.status).toBe('completed');
  expect(view.papers.map(({ title }) => title)).toEqual(UNITS.map((unit) => `测试证明（${unit}）`));
  expect(new Set(view.papers.map(({ number }) => number)).size).toBe(3);
  expect(await drawn(id)).toHaveLength(3);
  for (const { paper, pdf, code } of view.papers) {
    const file = await door.call('handler', 'paper', { params: { case: id, paper } });
    expect(file.status, paper).toBe(200);
    const linked = await door.http.inject({ method: 'GET', url: pdf ?? '' });
    expect(linked.statusCode, 'the link of the view leads to the endpoint').toBe(401);
    expect((await verifyByCode(t.app, code ?? '')).result).toBe('valid');
  }
});

it('一起出具的文书互相写得出文号，不论哪一份先制好，也不论哪一份制不出来', async () => {
  refused = UNITS[0] ?? '';
  cited.length = 0;
  const id = await approved();
  await workOff(t.app);
  const numbers = (await drawn(id)).map(({ paper, seq }) => `${paper} 某外测字〔2026〕${seq}号`);
  expect(cited).toHaveLength(UNITS.length);
  for (const one of cited) expect(one.toSorted()).toEqual(numbers.toSorted());
});

it('失败的一份只拦住自己：其他各份照出，清单写明是给谁的，重试用原文号', async () => {
  refused = UNITS[1] ?? '';
  const id = await approved();
  const numbers = new Map((await drawn(id)).map(({ paper, seq }) => [paper, seq]));
  await workOff(t.app);
  const stuck = await viewOf(id);
  expect(stuck.row.status).toBe('stuck');
  expect(stuck.papers.map(({ status }) => status)).toEqual(['issued', 'failed', 'issued']);
  const listed = (await stuckPapers(t.app, await t.actor('handler'))).filter((one) => one.case.id === id);
  expect(listed.map(({ title }) => title)).toEqual([`测试证明（${refused}）`]);
  refused = '';
  await takes(t, 'handler', id, { act: 'retry', paper: nameOf(UNITS[1] ?? '') });
  await workOff(t.app);
  const done = await viewOf(id);
  expect(done.row.status).toBe('completed');
  expect(done.papers.map(({ number }) => number)).toEqual(
    UNITS.map((unit) => `某外测字〔2026〕${numbers.get(nameOf(unit))}号`),
  );
  expect(await drawn(id)).toHaveLength(3);
});

it('中途断掉的一份由下一次接着做，不丢、不重、不多取号', async () => {
  const id = await approved();
  const { issue } = JOB_HANDLERS;
  if (!issue) throw new Error('no handler');
  await runNextJob(t.app, {
    ...JOB_HANDLERS,
    issue: async (app, job, query) => {
      await issue(app, job, query);
      await query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
      throw new Error('killed');
    },
  }).catch(() => undefined);
  t.at('2026-03-02T02:00:00Z');
  await workOff(t.app);
  expect((await viewOf(id)).row.status).toBe('completed');
  const rows = await t.base.owner.query<{ paper: string; status: string }>(
    'select paper, status from paper where case_id = $1 order by paper collate "C"',
    [id],
  );
  expect(rows.map(({ paper }) => paper)).toEqual(UNITS.map(nameOf).toSorted());
  expect(await drawn(id)).toHaveLength(3);
});
