import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { form, identifier, table, text, type Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { deriveKeys } from './keys/key-ring.ts';
import { hiddenTexts, lookupDigest, openAnswers, SealBroken, sealAnswers } from './field-encryption.ts';

const keys = deriveKeys(new Uint8Array(32).fill(7));
const trip = form({
  basics: {
    title: '基本情况',
    fields: {
      purpose: text('任务', { max: 100 }),
      phone: identifier('phone', '电话', { sensitivity: 'personal' }),
      members: table(
        '团员',
        {
          name: text('姓名', { max: 20 }),
          citizenId: identifier('citizen-id', '身份证号', { sensitivity: 'sensitive' }),
        },
        { maxRows: 10, rowName: '人' },
      ),
    },
  },
});
const place = ['case', 'demo', '1'];
const answers: Answers = {
  purpose: '考察',
  phone: '13900000000',
  members: [{ name: '张三', citizenId: '990101199001011234' }, { name: '李四' }, null, 'nonsense'],
};

describe('sensitive answers', () => {
  it('leave no trace in what is stored, and come back whole', () => {
    const stored = sealAnswers(trip, answers, keys, place);
    expect(JSON.stringify(stored)).not.toContain('990101199001011234');
    expect(JSON.stringify(stored)).not.toContain('13900000000');
    expect(stored.purpose).toBe('考察');
    expect(openAnswers(stored, keys, place)).toEqual(answers);
  });
  it('stay as they were stored when opened twice from a cache', () => {
    const stored = sealAnswers(trip, answers, keys, place);
    const before = structuredClone(stored);
    openAnswers(stored, keys, place);
    expect(stored).toEqual(before);
  });
  it('do not open in another case', () => {
    const stored = sealAnswers(trip, answers, keys, place);
    expect(() => openAnswers(stored, keys, ['case', 'demo', '2'])).toThrow(SealBroken);
  });
  it('survive whatever JSON somebody sends as answers', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('purpose', 'phone', 'members', 'other'), fc.jsonValue()),
        (sent) => {
          const round: Json = JSON.parse(JSON.stringify(sent));
          const given = round as Answers;
          expect(openAnswers(sealAnswers(trip, given, keys, place), keys, place)).toEqual(given);
        },
      ),
    );
  });
  it('are listed so that figures computed from them can be searched for them', () => {
    expect(hiddenTexts(trip, answers)).toEqual(['13900000000', '990101199001011234']);
  });
  it('are found by a keyed digest, however the number was typed', () => {
    expect(lookupDigest(' 99010119900101123x', keys)).toBe(lookupDigest('９９010119900101123X', keys));
    expect(lookupDigest('990101199001011234', keys)).not.toBe(lookupDigest('990101199001011235', keys));
    const others = deriveKeys(new Uint8Array(32).fill(8));
    expect(lookupDigest('990101199001011234', others)).not.toBe(lookupDigest('990101199001011234', keys));
  });
});
