import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { isJsonObject } from '@zhitongche/base';
import { paperFor, type Service, strandsOf } from '@zhitongche/case';
import { verifyByCode } from '@zhitongche/document/server';
import { caseView } from './case-view.ts';
import { notices } from './notices.ts';
import { tick } from '../../../../apps/server/src/job/tick.ts';

const handler = { role: 'handler', at: 'division:outbound' } as const;
const [certificate] = toyService.papers;
if (!certificate) throw new Error('the toy issues a paper');

/** The toy with a certificate for each of its people, and what the office asks of each beside it. */
const many: Service = {
  ...toyService,
  strands: {
    person: {
      label: '各人证明',
      one: '人',
      of: ({ answers }) =>
        (Array.isArray(answers['people']) ? answers['people'] : []).map((row, at) => ({
          id: `p${at + 1}`,
          label: isJsonObject(row) && typeof row['name'] === 'string' ? row['name'] : '',
        })),
      states: { waiting: { label: '待办' }, done: { label: '可出证', tone: 'good' } },
      first: 'waiting',
    },
    asked: {
      label: '征求意见',
      one: '个部门',
      of: () => [{ id: '甲厅', label: '甲厅' }],
      states: { waiting: { label: '待复' } },
      first: 'waiting',
      inward: true,
    },
  },
  papers: [{ ...certificate, addressed: { strands: 'person' } }],
  flow: {
    ...toyService.flow,
    steps: {
      ...toyService.flow.steps,
      review: {
        kind: 'work',
        title: '审核',
        phase: '省外办',
        who: handler,
        onEnter: [
          { do: 'strands', strands: 'person' },
          { do: 'strands', strands: 'asked' },
        ],
        until: ({ state }) => strandsOf(state, 'person').every(({ state: now }) => now === 'done'),
        next: 'issuing',
        acts: [
          {
            kind: 'advance',
            key: 'done',
            label: '可出证',
            to: 'review',
            strands: { of: 'person', to: 'done' },
          },
        ],
      },
      issuing: {
        kind: 'issuing',
        title: '出证',
        phase: '出证',
        who: handler,
        papers: ({ state }) => strandsOf(state, 'person').map(({ id }) => paperFor('certificate', id)),
        next: 'done',
      },
    },
  },
};

/** The same while its applicant has something to do, and with a day for what the office asks. */
const hurried: Service = {
  ...many,
  code: 'hurried',
  policies: many.policies.map((def) => ({ ...def, key: def.key.replace('toy.', 'hurried.') })),
  strands: {
    asked: {
      label: '征求意见',
      one: '个部门',
      of: () => [{ id: '甲厅', label: '甲厅' }],
      states: { waiting: { label: '待复', days: 'hurried.days' } },
      first: 'waiting',
      inward: true,
    },
  },
  papers: [],
  registers: [],
  flow: {
    start: 'say',
    steps: {
      say: {
        kind: 'work',
        title: '申报人说明',
        phase: '单位',
        who: { applicant: true },
        onEnter: [{ do: 'strands', strands: 'asked' }],
        next: 'done',
        acts: [{ kind: 'advance', key: 'said', label: '已说明' }],
      },
      done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
    },
  },
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [many, hurried] });
});
afterAll(() => t.drop());
const view = async (cast: Cast, id: string) => await caseView(t.app, await t.actor(cast), id);

test('each thing a case is about goes its own way, with a paper, a number and a code of its own', async () => {
  const people = [
    { name: '王小明', phone: '13800000000' },
    { name: '李小红', phone: '13800000001' },
  ];
  const id = await submitted(t, 'toy', { subject: '研修', copies: 2, people });
  await takes(t, 'signer', id, { act: 'agree' });
  const [act] = (await view('handler', id)).acts.filter((one) => one.act === 'done');
  expect(act?.strands).toEqual({ of: 'person', ids: ['p1', 'p2'], dated: false });
  await takes(t, 'handler', id, { act: 'done', strands: ['p2'], opinion: '材料齐全' });
  const shown = (await view('filer', id)).strands;
  // What the offices ask one another is no business of whoever filed.
  expect(shown.map(({ label }) => label)).toEqual(['各人证明']);
  expect(shown[0]?.list.map(({ label, words, note }) => [label, words, note])).toEqual([
    ['王小明', '待办', null],
    ['李小红', '可出证', '材料齐全'],
  ]);
  const office = await view('handler', id);
  expect(office.strands.map(({ label }) => label)).toEqual(['各人证明', '征求意见']);
  const told = (one: typeof office) => one.timeline.map(({ text }) => text).join('\n');
  expect(told(office)).toContain('经办人：各人证明（李小红）改为“可出证”（2026年3月2日）：材料齐全');
  expect(told(office)).toContain('征求意见（甲厅）');
  expect(told(await view('filer', id))).not.toContain('征求意见');

  await takes(t, 'handler', id, { act: 'done', strands: ['p1'] });
  await workOff(t.app);
  const over = await view('filer', id);
  expect(over.row.status).toBe('completed');
  expect(over.papers.map(({ title }) => title)).toEqual(['测试证明（王小明）', '测试证明（李小红）']);
  expect(new Set(over.papers.map(({ number }) => number)).size).toBe(2);
  const codes = over.papers.flatMap(({ code }) => code ?? []);
  expect(new Set(codes).size).toBe(2);
  for (const code of codes) expect((await verifyByCode(t.app, code)).result).toBe('valid');
  expect(over.strands[0]?.list.map(({ paper }) => paper)).toEqual(['certificate:p1', 'certificate:p2']);
});

test('whoever filed hears nothing of what the offices ask one another, not even that it is late', async () => {
  const id = await submitted(t, 'hurried', { subject: '会商', copies: 1 });
  t.at('2026-03-06T01:00:00.000Z');
  await tick(t.app);
  const seen = await view('filer', id);
  expect(seen.strands).toEqual([]);
  expect(seen.timeline.map(({ body }) => body.type)).not.toContain('strands-late');
  const texts = (await notices(t.app, await t.actor('filer'), undefined)).items.map(({ text }) => text);
  expect(texts.filter((text) => text.includes('分项'))).toEqual([]);
});
