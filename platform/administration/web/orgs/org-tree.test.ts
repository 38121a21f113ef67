import { describe, expect, test } from 'vitest';
import { layOutOrgs, type OrgRow, visibleOrgs } from './org-tree.ts';

const org = (id: string, parent: string | null, kind: string, people = 0): OrgRow => ({
  id,
  parent,
  kind,
  name: id,
  code: null,
  uscc: null,
  active: true,
  people,
});
const orgs = [
  org('省外办', null, 'office', 2),
  org('石家庄市外办', '省外办', 'city-office', 3),
  org('出国处', '省外办', 'division', 4),
  org('市教育局', '石家庄市外办', 'unit', 1),
];
const names = (nodes: ReturnType<typeof layOutOrgs>) =>
  nodes.map((n) => `${'-'.repeat(n.depth)}${n.org.name}`);

describe('the tree of organisations', () => {
  test('puts children under parents, divisions before cities, and counts people below', () => {
    const tree = layOutOrgs(orgs);
    expect(names(tree)).toEqual(['省外办', '-出国处', '-石家庄市外办', '--市教育局']);
    expect(tree.map((n) => n.peopleBelow)).toEqual([10, 4, 4, 1]);
  });

  test('a child whose parent is missing is shown, not lost', () => {
    expect(names(layOutOrgs([org('孤儿', 'gone', 'unit')]))).toEqual(['孤儿']);
  });

  test('folding hides what is below, and only that', () => {
    expect(names(visibleOrgs(layOutOrgs(orgs), new Set(['石家庄市外办']), ''))).toEqual([
      '省外办',
      '-出国处',
      '-石家庄市外办',
    ]);
  });

  test('searching shows the way to every hit, folded or not', () => {
    expect(names(visibleOrgs(layOutOrgs(orgs), new Set(['省外办']), '教育'))).toEqual([
      '省外办',
      '-石家庄市外办',
      '--市教育局',
    ]);
  });
});
