import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOf, getAt, pathOf, setAt } from './at.ts';

const answers = { purpose: '友好访问', members: [{ name: '王伟' }, { name: '李娜', rank: 'division' }] };

describe('places in the answers', () => {
  it('a changed cell leaves the other rows the same objects, so that only its row is drawn again', () => {
    const next = setAt(answers, ['members', 1, 'rank'], 'bureau');
    expect(next).toEqual({
      purpose: '友好访问',
      members: [{ name: '王伟' }, { name: '李娜', rank: 'bureau' }],
    });
    expect(getAt(next, ['members', 0])).toBe(answers.members[0]);
  });

  it('clearing an answer removes it instead of keeping an empty one', () => {
    expect(setAt(answers, ['purpose'], undefined)).toEqual({ members: answers.members });
  });

  it('reading past the end, or through a text, finds nothing', () => {
    expect(getAt(answers, ['members', 9, 'name'])).toBeUndefined();
    expect(getAt(answers, ['purpose', 'length'])).toBeUndefined();
    expect(getAt(answers, ['constructor'])).toBeUndefined();
  });

  it('what is put somewhere is found there', () => {
    const step = fc.constantFrom('members', 'legs', 'note');
    fc.assert(
      fc.property(fc.tuple(step, fc.nat(4), step), fc.string(), (at, text) => {
        expect(getAt(setAt({}, at, text), at)).toBe(text);
      }),
    );
  });

  it('a path written out leads back to the same place', () => {
    expect(atOf('members.2.idNumber')).toEqual(['members', 2, 'idNumber']);
    expect(pathOf(atOf('members.2.idNumber'))).toBe('members.2.idNumber');
    expect(atOf('')).toEqual([]);
  });
});
