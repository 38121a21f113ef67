import { describe, expect, test } from 'vitest';
import { isJsonObject } from '@zhitongche/base';
import { paperFor } from '../named-paper.ts';
import type { Service } from '../service.ts';
import { story } from '../testing.ts';
import { toy } from '../testing/toy-service.ts';
import { allStrands, anyStrand, strandsOf } from './strands.ts';

const window = { role: 'window', at: 'office' } as const;

/** 附加证明书 in small: each document of the request is checked, then approved or not, and has a certificate of its own. */
const apostille: Service = {
  ...toy,
  strands: {
    document: {
      label: '各份文书',
      one: '份文书',
      of: ({ answers }) =>
        (Array.isArray(answers['members']) ? answers['members'] : []).map((row, at) => ({
          id: `第${at + 1}份`,
          label: isJsonObject(row) && typeof row['name'] === 'string' ? row['name'] : '未填',
        })),
      states: {
        waiting: { label: '待核验', days: 'toy.step-days' },
        good: { label: '已核验', tone: 'good' },
        bad: { label: '不予出证', tone: 'bad' },
      },
      first: 'waiting',
    },
  },
  papers: [
    ...toy.papers,
    {
      key: 'apostille',
      title: '附加证明书',
      issuer: 'office',
      signed: true,
      docx: false,
      series: { key: 'apostille', pattern: '{year}-{seq}' },
      addressed: { strands: 'document' },
      publicFacts: () => [],
      build: ({ date }) => ({
        kind: 'apostille',
        name: '附加证明书',
        issuer: '外办',
        issuedOn: date,
        blocks: [],
      }),
    },
  ],
  flow: {
    start: 'check',
    steps: {
      check: {
        kind: 'work',
        title: '核验',
        phase: '省外办',
        who: window,
        onEnter: [{ do: 'strands', strands: 'document' }],
        until: ({ state }) => allStrands(state, 'document', 'good', 'bad'),
        next: ({ state }) => (anyStrand(state, 'document', 'good') ? 'issue' : 'refused'),
        acts: [
          {
            kind: 'advance',
            key: 'good',
            label: '核验通过',
            to: 'check',
            strands: { of: 'document', from: ['waiting'], to: 'good' },
          },
          {
            kind: 'advance',
            key: 'bad',
            label: '不予出证',
            to: 'check',
            opinion: 'required',
            strands: { of: 'document', to: 'bad', dated: true },
          },
          { kind: 'correct' },
        ],
      },
      issue: {
        kind: 'issuing',
        title: '出证',
        phase: '出证',
        who: window,
        papers: ({ state }) =>
          strandsOf(state, 'document').flatMap(({ id, state: stands }) =>
            stands === 'good' ? [paperFor('apostille', id)] : [],
          ),
        next: 'done',
      },
      done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
      refused: { kind: 'end', title: '不予出证', phase: '办结', outcome: 'refused' },
    },
  },
};

const rows = (...names: readonly string[]) => names.map((name) => ({ name, idNumber: '11010519491231002X' }));
const filed = (...names: readonly string[]) =>
  story(apostille).submit({ foreign: false, size: 'small', members: rows(...names) });
const stands = (s: ReturnType<typeof filed>) =>
  Object.fromEntries(strandsOf(s.state, 'document').map(({ id, state }) => [id, state]));

describe('strands of a case', () => {
  test('begin with what it is about, each with a day to be done by', () => {
    const s = filed('出生证明', '学历证明');
    expect(stands(s)).toEqual({ 第1份: 'waiting', 第2份: 'waiting' });
    // Two working days from Monday 2 March 2026.
    expect(strandsOf(s.state, 'document').map(({ due }) => due)).toEqual(['2026-03-04', '2026-03-04']);
  });

  test('are moved one or many at a time, and the step is left with the last of them', () => {
    const s = filed('出生证明', '学历证明', '无犯罪证明');
    s.act('window', { act: 'good', strands: ['第1份', '第3份'] });
    expect(stands(s)).toEqual({ 第1份: 'good', 第2份: 'waiting', 第3份: 'good' });
    expect(s.state.step).toBe('check');
    s.act('window', { act: 'bad', strands: ['第2份'], opinion: '印章不符' });
    expect(s.state.step).toBe('issue');
    expect(strandsOf(s.state, 'document').find(({ id }) => id === '第2份')?.note).toBe('印章不符');
  });

  test('have papers of their own, one for each that was found good', () => {
    const s = filed('出生证明', '学历证明', '无犯罪证明');
    s.act('window', { act: 'good', strands: ['第1份', '第3份'] });
    s.act('window', { act: 'bad', strands: ['第2份'], opinion: '印章不符' });
    expect(s.state.papers.map(({ paper, status }) => [paper, status])).toEqual([
      ['apostille:第1份', 'asked'],
      ['apostille:第3份', 'asked'],
    ]);
    s.issueAll();
    expect(s.state.papers.map(({ status }) => status)).toEqual(['issued', 'issued']);
    expect(s.state.status).toBe('completed');
  });

  test('of which none came to anything end the case', () => {
    const s = filed('出生证明');
    s.act('window', { act: 'bad', strands: ['第1份'], opinion: '印章不符' });
    expect(s.state.status).toBe('refused');
  });

  test('keep where they stand when the case is corrected: new ones begin, dropped ones are gone', () => {
    const s = filed('出生证明', '学历证明');
    s.act('window', { act: 'good', strands: ['第1份'] });
    s.act('window', { act: 'correct', faults: [{ at: 'members', message: '请补一份' }], opinion: '补' });
    s.submit({ foreign: false, size: 'small', members: rows('出生证明', '学历证明', '无犯罪证明') });
    expect(stands(s)).toEqual({ 第1份: 'good', 第2份: 'waiting', 第3份: 'waiting' });
    s.act('window', { act: 'correct', faults: [{ at: 'members', message: '请删一份' }], opinion: '删' });
    s.submit({ foreign: false, size: 'small', members: rows('出生证明') });
    // What is left was done before: nothing waits any more.
    expect(stands(s)).toEqual({ 第1份: 'good' });
    expect(s.state.step).toBe('issue');
  });

  test('say what is wrong with a choice or a day, all at once and by their names', () => {
    const s = filed('出生证明', '学历证明');
    s.act('window', { act: 'good', strands: ['第1份'] });
    const says = (command: { strands?: readonly string[]; on?: string; act?: string }) =>
      s.refused('window', { act: 'good', ...command }).map(({ message }) => message);
    expect(says({})).toEqual(['请至少选择一份文书']);
    expect(says({ strands: ['第1份'] })).toEqual(['出生证明现在不能改为“已核验”']);
    expect(says({ strands: ['第9份'], on: '2027-01-01' })).toEqual([
      '第9份现在不能改为“已核验”',
      '日期不能晚于今天',
    ]);
    expect(
      s.refused('window', { act: 'bad', strands: ['第1份'], on: '2026-03-01', opinion: '迟' })[0]?.todo,
    ).toBe('请填写2026-03-02或以后的日期');
    expect(stands(s)).toEqual({ 第1份: 'good', 第2份: 'waiting' });
  });

  test('are said to be late once, and an act on none of them is not offered', () => {
    const s = filed('出生证明', '学历证明');
    s.act('window', { act: 'good', strands: ['第1份'] });
    s.on('2026-03-05').tick();
    expect(s.events.filter(({ body }) => body.type === 'strands-late').map(({ body }) => body)).toEqual([
      { type: 'strands-late', strands: 'document', ids: ['第2份'] },
    ]);
    s.on('2026-03-06').tick();
    expect(s.events.filter(({ body }) => body.type === 'strands-late')).toHaveLength(1);
    const offered = s.open('window').find(({ act }) => act === 'good')?.strands;
    expect(offered).toEqual({ of: 'document', ids: ['第2份'], dated: false });
  });
});

test('an act that asks for no day takes none: what is written is the day it was done', () => {
  const s = filed('出生证明').on('2026-03-05');
  s.act('window', { act: 'good', strands: ['第1份'], on: '2026-03-02' });
  expect(s.state.strands?.['document']?.['第1份']?.on).toBe('2026-03-05');
});
