import { form, table, text } from '@zhitongche/form';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';

const trip = form({
  a: {
    title: '甲',
    fields: {
      group: text('团组', { max: 9 }),
      members: table(
        '人员',
        { name: text('姓名', { max: 9 }), post: text('职务', { max: 9 }) },
        { maxRows: 9, rowName: '人' },
      ),
    },
  },
});

describe('two people change one draft', () => {
  it('names the questions that differ, in the order of the form', () => {
    const mine = { members: [{ name: '王伟' }], group: '甲团' };
    const theirs = { group: '乙团', members: [{ name: '李娜' }] };
    expect(differences(trip, mine, theirs).map((d) => d.field.label)).toEqual(['团组', '人员']);
  });

  it('the same row written in another order is no difference', () => {
    const mine = { members: [{ name: '王伟', post: '处长' }] };
    const theirs = { members: [{ post: '处长', name: '王伟' }] };
    expect(differences(trip, mine, theirs)).toEqual([]);
  });

  it('a row more or less is one', () => {
    expect(differences(trip, { members: [{}] }, { members: [{}, {}] })).toHaveLength(1);
  });
});
