import type { Json } from '@zhitongche/base';
import { describe, expect, test } from 'vitest';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { begun, filed, inCity, throughUnit } from './testing/roads.ts';
import { found, trip } from './testing/trip.ts';

const OFF = { policies: { 'outbound-trip.personnel-filing': false } };
const one = (member: Readonly<Record<string, Json>>, relatives: Json = []) => {
  const [first] = trip().members as Json[];
  return trip({ members: [{ ...(first as object), ...member }] as Json, relatives });
};

describe('人员备案、政审 (§4 step 5, §5.8)', () => {
  test('stands between the unit’s signature and the office, and the answer is kept with number, date and scan', () => {
    const s = throughUnit(inCity(), {}, 'personnel-filing');
    expect(s.state.step).toBe('personnel-filing');
    filed(s);
    expect(s.state.step).toBe('city-review');
    expect(s.state.records.personnel?.[0]?.data).toMatchObject({
      authority: '某某省委组织部',
      number: '某组外备〔2026〕12号',
      date: '2026-03-02',
    });
    expect(s.state.records.personnel?.[0]?.data.scan).toHaveLength(1);
  });

  test('an answer that is no goes back to the clerk with the reason; the mended case begins again at the unit', () => {
    const s = throughUnit(begun(), {}, 'personnel-filing');
    s.act('unit-personnel', {
      act: 'not-cleared',
      opinion: '一人未通过。',
      faults: [{ at: 'members.5.name', message: '组织部门不同意派出，请调整人员。' }],
    });
    expect(s.state.status).toBe('correcting');
    s.submit();
    expect(s.state.step).toBe('unit-opinions');
  });

  test('an answer dated after today is not taken', () => {
    const s = throughUnit(begun(), {}, 'personnel-filing');
    const problems = s.refused('unit-personnel', {
      act: 'filed',
      data: {
        authority: '某某省委组织部',
        number: '1号',
        date: '2026-03-09',
        scan: [{ id: 'a', name: 'a.pdf', size: 1, type: 'application/pdf', digest: '0'.repeat(64) }],
      },
    });
    expect(problems[0]?.at).toEqual(['data', 'date']);
  });

  test('an office where the paper is handed in with the filing asks for it then (M-12), and has no such step', () => {
    const s = throughUnit(begun(OFF), { clearancePapers: sampleUpload('clearance', '人员备案表') });
    expect(s.state.step).toBe('window');
    const bare = trip();
    expect(found('M-12', bare, OFF)).toMatchObject([{ level: 'block', at: ['clearancePapers'] }]);
    expect(found('M-12', bare)).toEqual([]);
  });
});

describe('each traveller says how he is cleared, by whom, and who his family is (§5.4)', () => {
  test('nationality and residence are two questions, each with a warning', () => {
    expect(found('P-03', one({ foreignNationality: true }))).toMatchObject([
      { level: 'warn', at: ['members', 0, 'foreignNationality'] },
    ]);
    expect(found('P-03', one({ foreignResidence: true }))).toMatchObject([
      { level: 'warn', at: ['members', 0, 'foreignResidence'] },
    ]);
  });

  test('a relative with a foreign nationality or residence is said as well', () => {
    const relative = { traveller: '林若谷', relation: 'spouse', name: '某某', foreignResidence: true };
    expect(found('P-03', one({ name: '林若谷' }, [relative]))).toMatchObject([
      { level: 'warn', at: ['relatives', 0, 'foreignResidence'] },
    ]);
  });

  test('every traveller has his rows or says that there are none, and a row belongs to a traveller (P-04)', () => {
    const row = { traveller: '林若谷', relation: 'spouse', name: '某某' };
    expect(found('P-04', one({ name: '林若谷', hasFamily: true }))).toMatchObject([
      { level: 'block', at: ['relatives'] },
    ]);
    expect(found('P-04', one({ name: '林若谷', hasFamily: true }, [row]))).toEqual([]);
    const [first] = trip().members as Json[];
    const alone = { ...(first as object), name: '独一人', hasFamily: false } as Json;
    const both = one({ name: '林若谷', hasFamily: true }, [row, { ...row, traveller: '独一人' }]);
    const pair = { ...both, members: [...(both.members as Json[]), alone] };
    expect(found('P-04', pair)).toMatchObject([{ at: ['members', 1, 'hasFamily'] }]);
    expect(
      found('P-04', one({ name: '林若谷', hasFamily: true }, [row, { ...row, traveller: '无此人' }])),
    ).toMatchObject([{ at: ['relatives', 1, 'traveller'] }]);
  });

  test('whoever files on an earlier 审查批件 names it, and it must still be valid on the day of departure (P-05)', () => {
    const earlier = { clearance: 'valid', clearanceNumber: '某政审〔2025〕1号' };
    expect(found('P-05', one({ ...earlier, clearanceUntil: '2030-01-01' }))).toEqual([]);
    expect(found('P-05', one({ ...earlier, clearanceUntil: '2026-04-01' }))).toMatchObject([
      { level: 'block', at: ['members', 0, 'clearanceUntil'] },
    ]);
  });

  test('a 备案表 alone is for the ranks the office names; others need 政审 (P-05)', () => {
    expect(found('P-05', one({ rank: 'division', clearance: 'filing' }))).toEqual([]);
    expect(found('P-05', one({ rank: 'section', clearance: 'filing' }))).toMatchObject([
      { level: 'warn', at: ['members', 0, 'clearance'] },
    ]);
  });

  test('the family and what tells of a person’s standing are private to the case', () => {
    const { relatives } = begun().submit().state.answers;
    expect(Array.isArray(relatives) && relatives.length).toBeGreaterThan(0);
  });
});
