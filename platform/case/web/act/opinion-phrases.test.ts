import { describe, expect, test } from 'vitest';
import { phrasesFor } from './opinion-phrases.ts';

const OWN = ['拟同意，请王处长审定。', '请补充邀请函原件。'];

describe('phrases offered beside an opinion', () => {
  test('agree where one agrees, one’s own first', () => {
    const phrases = phrasesFor('agree', OWN);
    expect(phrases.slice(0, 2)).toEqual(OWN);
    expect(phrases).toContain('同意。');
  });

  test('never agree where the case is sent back, refused, halted or given up, one’s own included', () => {
    for (const kind of ['correct', 'return', 'refuse', 'suspend', 'cancel', 'transfer', 'copy', 'urge']) {
      const phrases = phrasesFor(kind, OWN);
      expect(
        phrases.filter((phrase) => /^(拟|已阅，?)?同意/.test(phrase)),
        kind,
      ).toEqual([]);
      expect(phrases, kind).toContain('请补充邀请函原件。');
    }
    expect(phrasesFor('correct', []).length).toBeGreaterThan(0);
  });
});
