import { describe, expect, test } from 'vitest';
import type { CaseRow } from '@zhitongche/contract';
import { mergeLive } from './merge-live.ts';

const row = (id: string, stepTitle = '经办'): CaseRow => ({
  id,
  number: null,
  service: 'outbound-trip',
  serviceName: '因公临时出国',
  title: id,
  unit: '省科技厅',
  unitId: '018f0000-0000-7000-8000-000000000001',
  applicant: '王芳',
  status: 'running',
  step: 'handle',
  stepTitle,
  turn: [],
  facts: [],
  round: 1,
  due: null,
  daysLeft: null,
  light: 'grey',
  paused: '',
  submittedAt: null,
  updatedAt: '2026-11-20T00:00:00Z',
  revision: 1,
  seat: null,
  flags: [],
});
const ids = (rows: readonly CaseRow[]) => rows.map((r) => r.id);

describe('news for the inbox', () => {
  test('a changed row changes where it stands', () => {
    const list = mergeLive([row('a'), row('b')], [row('b', '会签'), row('a')], true);
    expect(ids(list.rows)).toEqual(['a', 'b']);
    expect(list.rows[1]?.stepTitle).toBe('会签');
  });

  test('a row someone else took stays, dimmed, and a new one waits to be asked in', () => {
    const list = mergeLive([row('a'), row('b')], [row('n'), row('b')], true);
    expect(ids(list.rows)).toEqual(['a', 'b']);
    expect([...list.gone]).toEqual(['a']);
    expect(ids(list.arrived)).toEqual(['n']);
  });

  test('a first page says nothing about rows further down', () => {
    const list = mergeLive([row('a'), row('b'), row('c'), row('d')], [row('a'), row('c')], false);
    expect([...list.gone]).toEqual(['b']);
  });

  test('an empty complete answer dims everything', () => {
    expect(mergeLive([row('a')], [], true).gone.size).toBe(1);
  });
});
