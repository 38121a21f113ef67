import { form, integer, table, text } from '@zhitongche/form';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Side, spotsOf, together, usualSide, type Versions } from './merging.ts';

const trip = form({
  basics: {
    title: '基本情况',
    fields: {
      group: text('团组名称', { max: 40 }),
      days: integer('天数', { min: 1 }),
      note: text('备注', { max: 9 }),
    },
  },
  people: {
    title: '人员',
    fields: {
      members: table(
        '人员',
        { name: text('姓名', { max: 9 }), post: text('职务', { max: 9 }) },
        { maxRows: 9, rowName: '人' },
      ),
    },
  },
});
const BASE = { group: '甲团', days: 5, members: [{ name: '王伟', post: '处长' }, { name: '李娜' }] };
const labels = (versions: Versions) => spotsOf(trip, versions).map(({ label, by }) => `${label} ${by}`);
const usual = (versions: Versions) => together(trip, versions, new Map());

describe('two people change one draft or one row', () => {
  it('keeps what each changed where the other did not, down to the cell', () => {
    const mine = { ...BASE, days: 6, members: [{ name: '王伟', post: '副主任' }, { name: '李娜' }] };
    const theirs = {
      ...BASE,
      group: '乙团',
      members: [
        { name: '王伟', post: '处长' },
        { name: '李娜', post: '科长' },
      ],
    };
    const versions = { base: BASE, mine, theirs };
    expect(labels(versions)).toEqual([
      '团组名称 theirs',
      '天数 mine',
      '第 1 人（王伟）：职务 mine',
      '第 2 人（李娜）：职务 theirs',
    ]);
    expect(usual(versions)).toEqual({
      group: '乙团',
      days: 6,
      members: [
        { name: '王伟', post: '副主任' },
        { name: '李娜', post: '科长' },
      ],
    });
  });

  it('keeps the rows both added, and one that both added the same once', () => {
    const [both, own, other] = [{ name: '赵敏' }, { name: '孙强' }, { name: '周洁' }];
    const versions = {
      base: BASE,
      mine: { ...BASE, members: [...BASE.members, both, own] },
      theirs: { ...BASE, members: [...BASE.members, both, other] },
    };
    expect(labels(versions)).toEqual(['新增的第 4 人（孙强） mine', '新增的第 4 人（周洁） theirs']);
    expect(usual(versions)['members']).toEqual([...BASE.members, both, own, other]);
  });

  it('leaves a whole table to be chosen once somebody took a row out', () => {
    const versions = {
      base: BASE,
      mine: { ...BASE, members: [{ name: '李娜' }] },
      theirs: { ...BASE, days: 7 },
    };
    expect(labels(versions)).toEqual(['天数 theirs', '人员 mine']);
    expect(usual(versions)).toEqual({ ...BASE, days: 7, members: [{ name: '李娜' }] });
  });

  it('asks at every difference where nobody knows what both began from', () => {
    const versions = { base: undefined, mine: BASE, theirs: { ...BASE, group: '乙团', note: '急' } };
    expect(labels(versions)).toEqual(['团组名称 both', '备注 both']);
    const chosen = new Map<string, Side>([['group', 'theirs']]);
    expect(together(trip, versions, chosen)).toEqual({ ...BASE, group: '乙团' });
  });

  it('does not call an emptied answer and one never given different', () => {
    expect(labels({ base: BASE, mine: { ...BASE, note: '' }, theirs: BASE })).toEqual([]);
  });
});

const word = fc.constantFrom('甲', '乙', '丙', '');
const row = fc.record({ name: word, post: word }, { requiredKeys: [] });
const answers = fc.record(
  { group: word, days: fc.integer({ min: 1, max: 3 }), note: word, members: fc.array(row, { maxLength: 4 }) },
  { requiredKeys: [] },
);
const three = fc.record({ base: fc.option(answers, { nil: undefined }), mine: answers, theirs: answers });

describe('laws of two versions', () => {
  const all = (versions: Versions, side: Side) => {
    const spots = spotsOf(trip, versions);
    return together(trip, versions, new Map(spots.map(({ key }) => [key, side])));
  };
  const differ = (mine: Versions['mine'], theirs: Versions['mine']) =>
    spotsOf(trip, { base: undefined, mine, theirs });

  it('choosing one side everywhere gives that side', () => {
    fc.assert(
      fc.property(three, (versions) => {
        expect(differ(all(versions, 'mine'), versions.mine)).toEqual([]);
        expect(differ(all(versions, 'theirs'), versions.theirs)).toEqual([]);
      }),
    );
  });

  it('nothing is chosen silently: what is the same for both stays, every difference is a place', () => {
    fc.assert(
      fc.property(answers, answers, (base, mine) => {
        expect(differ(usual({ base, mine, theirs: base }), mine)).toEqual([]);
        expect(differ(usual({ base, mine: base, theirs: mine }), mine)).toEqual([]);
        expect(spotsOf(trip, { base, mine, theirs: mine })).toEqual([]);
      }),
    );
  });

  it('a place is mine only where the other left it, and the other’s only where I left it', () => {
    fc.assert(
      fc.property(three, (versions) => {
        for (const one of spotsOf(trip, versions))
          expect(usualSide(one)).toBe(one.by === 'theirs' ? 'theirs' : 'mine');
      }),
    );
  });
});
