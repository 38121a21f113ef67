import { describe, expect, test } from 'vitest';
import type { Visitor, VisitorKind } from '@zhitongche/access';
import { type Visited, visitProblem } from './visiting.ts';

const flags = { code: 'flags', name: '借用旗帜', en: 'Borrowing flags' };
const open: Visited = { ...flags, visitors: { who: ['citizen', 'enterprise'], level: 2 } };
const someone = (more: Partial<Visitor> = {}): Visitor => ({
  account: 'a',
  kind: 'citizen',
  level: 2,
  only: null,
  ...more,
});
const told = (service: Visited, visitor: Visitor) => visitProblem(service, visitor)?.code ?? 'may';

describe('whoever belongs to no unit', () => {
  test('begins what is for the public, for their kind and at their level, and is told why where not', () => {
    expect(told(open, someone())).toBe('may');
    expect(told(open, someone({ level: 3 }))).toBe('may');
    expect(told(open, someone({ kind: 'enterprise' }))).toBe('may');
    expect(told(open, someone({ kind: 'foreigner' }))).toBe('service.not-for-kind');
    expect(told(open, someone({ level: 1 }))).toBe('service.level');
    expect(told(flags, someone())).toBe('service.not-public');
  });

  test('is told how to come to the level that is asked, and by which rule', () => {
    const problem = visitProblem(open, someone({ level: 1 }));
    expect(problem?.todo).toContain('窗口');
    expect(problem?.basis?.title).toContain('716');
    expect(problem?.en).toContain('real name');
  });

  test('begins for another only what was entrusted', () => {
    expect(told(open, someone({ only: ['flags'] }))).toBe('may');
    expect(told(open, someone({ only: ['apostille'] }))).toBe('service.not-entrusted');
  });

  test('no level and no kind opens what is not for the public', () => {
    for (const kind of ['citizen', 'foreigner', 'enterprise'] satisfies VisitorKind[])
      for (const level of [0, 1, 2, 3] as const)
        expect(told(flags, someone({ kind, level }))).toBe('service.not-public');
  });
});
