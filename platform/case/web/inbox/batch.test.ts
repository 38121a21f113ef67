import { describe, expect, test } from 'vitest';
import type { CaseRow } from '@zhitongche/contract';
import { ACTS, type Service } from '@zhitongche/case';
import { BATCH_MOST, batchCalls, batchOffer } from './batch.ts';

const row = (id: string, step: string | null, more: Partial<CaseRow> = {}): CaseRow => ({
  id,
  number: null,
  service: 'trip',
  serviceName: '因公临时出国',
  title: id,
  unit: '省科技厅',
  unitId: '018f0000-0000-7000-8000-000000000001',
  applicant: '王芳',
  status: 'running',
  step,
  stepTitle: step ?? '',
  turn: [],
  facts: [],
  round: 1,
  due: null,
  daysLeft: null,
  light: 'grey',
  paused: '',
  submittedAt: null,
  updatedAt: '2026-11-20T00:00:00Z',
  revision: 4,
  seat: `${step}#1`,
  flags: [],
  ...more,
});

const steps: Service['flow']['steps'] = {
  sign: {
    kind: 'work',
    title: '签批',
    phase: '单位',
    who: { role: 'signer', at: 'unit' },
    next: 'head',
    acts: [
      { kind: 'agree', key: 'sign', label: '同意', opinion: 'optional' },
      { kind: 'correct', opinion: 'required' },
    ],
  },
  head: {
    kind: 'work',
    title: '处长审核',
    phase: '省外办',
    who: { role: 'division-head', at: 'office' },
    next: 'end',
    acts: [{ kind: 'agree', opinion: 'required' }, { kind: 'refuse' }],
  },
  plan: {
    kind: 'work',
    title: '拟办',
    phase: '省外办',
    who: { role: 'handler', at: 'office' },
    next: 'end',
    acts: [
      { kind: 'advance', form: 'plan' },
      { kind: 'agree', when: () => true },
    ],
  },
};

const trip: Service = {
  code: 'trip',
  name: '因公临时出国',
  en: 'Official trip',
  version: 1,
  audience: ['unit'],
  category: '因公出国',
  guide: { what: '', conditions: [], materials: [], timeLimits: [], basis: [], fee: '', questions: [] },
  form: {},
  forms: {},
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [],
  flow: { start: 'sign', steps },
  papers: [],
  registers: [],
  computed: [],
  derive: () => null,
  summary: () => ({ title: '', facts: [], words: [] }),
  sample: () => ({}),
};
const offer = (...rows: CaseRow[]) => batchOffer(rows, (code) => (code === 'trip' ? trip : undefined), ACTS);

describe('deciding many cases at once', () => {
  test('offers the verb every chosen case has, each under its own key, and asks for an opinion if any does', () => {
    const { acts, left } = offer(row('a', 'sign'), row('b', 'head'));
    expect(left).toEqual([]);
    expect(acts.map((a) => [a.kind, a.label, a.opinion])).toEqual([['agree', '同意', 'required']]);
    expect([...(acts[0]?.keys ?? [])]).toEqual([
      ['a', 'sign'],
      ['b', 'agree'],
    ]);
  });

  test('refusing and returning are never done in bulk', () => {
    expect(offer(row('a', 'head')).acts.map((a) => a.kind)).toEqual(['agree']);
  });

  test('says which cases must be opened, and why, instead of dropping them silently', () => {
    const { acts, left } = offer(row('a', 'sign'), row('b', 'plan'), row('c', 'sign', { seat: null }));
    expect([...(acts[0]?.keys.keys() ?? [])]).toEqual(['a']);
    expect(left.map((l) => [l.row.id, l.why])).toEqual([
      ['b', '“plan”须逐件办理'],
      ['c', '当前不由您办理'],
    ]);
  });

  test('sends each case with its seat, the revision that was seen and a key of its own, a hundred per call', () => {
    const rows = Array.from({ length: BATCH_MOST + 1 }, (_, i) => row(`case-${i}`, 'sign'));
    const [act] = offer(...rows).acts;
    if (act === undefined) throw new Error('no verb offered');
    let n = 0;
    const calls = batchCalls(rows, act, ' 拟同意 ', () => `key-${++n}`);
    expect(calls.map((c) => c.length)).toEqual([BATCH_MOST, 1]);
    expect(calls[0]?.[0]).toEqual({
      case: 'case-0',
      revision: 4,
      key: 'key-1',
      command: { act: 'sign', seat: 'sign#1', opinion: '拟同意' },
    });
    expect(new Set(calls.flat().map((i) => i.key)).size).toBe(BATCH_MOST + 1);
  });
});
