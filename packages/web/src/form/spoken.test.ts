import type { Problem } from '@zhitongche/kernel';
import { describe, expect, it } from 'vitest';
import { outboundTrip } from '@zhitongche/services/outbound-trip/index.ts';
import { speaking, spoken } from './spoken.ts';

const problem = (code: string, ...at: readonly (string | number)[]): Problem => ({
  code,
  level: 'block',
  at,
  message: code,
  en: '',
});
const missing = problem('field.required', 'members', 0, 'name');
const mistyped = problem('field.date', 'members', 1, 'birth');
const rule = problem('R-08', 'members');
const all = [missing, mistyped, rule];
const rules = new Set(['R-08']);

describe('what a form says, and when', () => {
  it('rules speak while one types, the rest waits', () => {
    expect(spoken(all, { left: new Set(), all: false, rules })).toEqual([rule]);
  });

  it('a mistyped value is named once its input has been left', () => {
    expect(spoken(all, { left: new Set(['members.1.birth']), all: false, rules })).toEqual([mistyped, rule]);
  });

  it('pasting into a table counts as having left all its cells', () => {
    expect(spoken(all, { left: new Set(['members']), all: false, rules })).toEqual([mistyped, rule]);
  });

  it('what is missing is asked for only on submission', () => {
    expect(spoken(all, { left: new Set(['members.0.name']), all: false, rules })).not.toContain(missing);
    expect(spoken(all, { left: new Set(), all: true, rules })).toEqual(all);
  });

  it('that no document is recorded yet is said when one tries to submit, not when the list opens', () => {
    const nothing = problem('A-10', 'documents');
    const manners = { left: new Set<string>(), rules: speaking(outboundTrip.forms.documents?.checks ?? []) };
    expect(spoken([nothing], { ...manners, all: false })).toEqual([]);
    expect(spoken([nothing], { ...manners, all: true })).toEqual([nothing]);
    expect(spoken([problem('A-06', 'documents', 0, 'holder')], { ...manners, all: false })).toHaveLength(1);
  });
});
