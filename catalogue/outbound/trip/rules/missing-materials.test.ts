import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { describe, expect, test } from 'vitest';
import { tripForm } from '../form.ts';
import { found, rows, stops } from '../testing/trip.ts';

const UPLOAD: Json = [{ id: 'a', name: 'a.pdf', size: 1, type: 'application/pdf', digest: '0'.repeat(64) }];
const who = (member: Readonly<Record<string, Json>>): Answers => ({ members: [member] });

describe('materials of the matrix (§3.2) that were never asked', () => {
  test('a sensitive or hot country needs the opinion of the mission there (M-08); which countries is the office’s to say', () => {
    const hot = { policies: { 'outbound-trip.sensitive-countries': ['塞尔维亚'] } };
    const there: Answers = { legs: stops('塞尔维亚') };
    expect(found('M-08', there)).toEqual([]);
    expect(found('M-08', there, hot)).toMatchObject([{ level: 'block', at: ['missionOpinion'] }]);
    expect(found('M-08', { ...there, missionOpinion: UPLOAD }, hot)).toEqual([]);
    expect(found('M-08', { legs: stops('日本') }, hot)).toEqual([]);
  });

  test('a self-engaged member (自聘) needs a letter of the dispatching employer (M-09)', () => {
    expect(found('M-09', who({ employment: 'engaged' }))).toMatchObject([
      { level: 'block', at: ['entrustLetter'] },
    ]);
    expect(found('M-09', { ...who({ employment: 'engaged' }), entrustLetter: UPLOAD })).toEqual([]);
    expect(found('M-09', who({ employment: 'contract' }))).toEqual([]);
  });

  test('a holder of core secrets needs the filing form beside the pledge (M-10)', () => {
    expect(found('M-10', who({ secrecy: 'core' }))).toMatchObject([{ level: 'block', at: ['coreFiling'] }]);
    expect(found('M-10', { ...who({ secrecy: 'core' }), coreFiling: UPLOAD })).toEqual([]);
    expect(found('M-10', who({ secrecy: 'important' }))).toEqual([]);
    expect(found('M-05', who({ secrecy: 'core' }))).toHaveLength(1);
  });

  test('an academic conference needs the unit’s statement on viewpoint, leaks, rights and classes (M-11)', () => {
    const conference = { missionKind: 'academic', academicConference: true };
    const [missing] = found('M-11', conference);
    expect(missing?.at).toEqual(['conferenceStatement']);
    for (const word of ['论文观点', '泄密', '知识产权', '教学']) expect(missing?.todo).toContain(word);
    expect(found('M-11', { ...conference, conferenceStatement: UPLOAD })).toEqual([]);
    expect(found('M-11', { missionKind: 'conference', academicConference: false })).toEqual([]);
  });

  test('who joins a group says how large it is as a whole, and R-08 counts that', () => {
    const joins = { caseType: 'join', missionKind: 'visit', members: rows(2) };
    const { groupTotal } = tripForm.basics.fields;
    expect(groupTotal.shown?.(joins, joins)).toBe(true);
    expect(groupTotal.shown?.({ caseType: 'own' }, {})).toBe(false);
    expect(found('R-08', { ...joins, groupTotal: 6 })).toEqual([]);
    expect(found('R-08', { ...joins, groupTotal: 7 })).toMatchObject([
      { at: ['groupTotal'], message: expect.stringContaining('7人') },
    ]);
    expect(found('R-08', { ...joins, groupTotal: 1 })).toMatchObject([{ at: ['groupTotal'] }]);
  });
});
