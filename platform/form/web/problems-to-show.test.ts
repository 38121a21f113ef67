import type { Problem } from '@zhitongche/base';
import { describe, expect, it } from 'vitest';
import { outboundTrip } from '../../../catalogue/outbound/trip/index.ts';
import { checksWhileTyping, problemsToShow, triedOn } from './problems-to-show.ts';

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
    expect(problemsToShow(all, { left: new Set(), tried: null, rules })).toEqual([rule]);
  });

  it('a mistyped value is named once its input has been left', () => {
    expect(problemsToShow(all, { left: new Set(['members.1.birth']), tried: null, rules })).toEqual([
      mistyped,
      rule,
    ]);
  });

  it('pasting into a table counts as having left all its cells', () => {
    expect(problemsToShow(all, { left: new Set(['members']), tried: null, rules })).toEqual([mistyped, rule]);
  });

  it('what is missing is asked for only on submission', () => {
    expect(problemsToShow(all, { left: new Set(['members.0.name']), tried: null, rules })).not.toContain(
      missing,
    );
    expect(problemsToShow(all, { left: new Set(), tried: triedOn(all), rules })).toEqual(all);
  });

  it('a row added after a submission was tried starts clean, until a cell of it is left or it is tried again', () => {
    const fresh = problem('field.required', 'members', 2, 'name');
    const now = [...all, fresh];
    const tried = triedOn(all);
    expect(problemsToShow(now, { left: new Set(), tried, rules })).toEqual(all);
    expect(problemsToShow(now, { left: new Set(['members.2.name']), tried, rules })).toEqual(now);
    expect(problemsToShow(now, { left: new Set(), tried: triedOn(now), rules })).toEqual(now);
  });

  it('that no document is recorded yet is said when one tries to submit, not when the list opens', () => {
    const nothing = problem('A-10', 'documents');
    const manners = {
      left: new Set<string>(),
      rules: checksWhileTyping(outboundTrip.forms.documents?.checks ?? []),
    };
    expect(problemsToShow([nothing], { ...manners, tried: null })).toEqual([]);
    expect(problemsToShow([nothing], { ...manners, tried: triedOn([nothing]) })).toEqual([nothing]);
    expect(
      problemsToShow([problem('A-06', 'documents', 0, 'holder')], { ...manners, tried: null }),
    ).toHaveLength(1);
  });
});
