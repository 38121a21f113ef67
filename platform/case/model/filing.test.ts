import { describe, expect, it } from 'vitest';
import { orgTree } from './access-rules.ts';
import type { Actor, Grant, Org } from '@zhitongche/access';
import { filesFor, filingUnits } from './filing.ts';
import { openActs } from './open-acts.ts';
import type { Service } from './service.ts';
import { emptyState } from './fold.ts';
import { sampleSetting } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const orgs: readonly Org[] = [
  { id: 'office', parent: null, kind: 'office', name: '省外办' },
  { id: 'division', parent: 'office', kind: 'division', name: '财务处', code: 'finance' },
  { id: 'unit', parent: 'office', kind: 'unit', name: '商务厅' },
  { id: 'firm', parent: 'office', kind: 'enterprise', name: '进出口公司' },
];
const tree = orgTree(orgs);
const somebody = (...grants: readonly Grant[]): Actor => ({
  id: 'me',
  name: '某人',
  org: grants[0]?.org ?? 'unit',
  grants,
  standsInFor: [],
});
const forAll = (...audience: Service['audience'][number][]): Service => ({ ...toy, audience });
const clerk = (org: string): Actor => somebody({ role: 'filer', org });

describe('who files a service', () => {
  it.each<[string, Service, Actor, readonly string[]]>([
    ['a clerk files for the unit', forAll('unit'), clerk('unit'), ['unit']],
    ['an enterprise does not file what is for units', forAll('unit'), clerk('firm'), []],
    ['nor a unit what is for enterprises', forAll('enterprise'), clerk('unit'), []],
    ['an enterprise files what is for both', forAll('unit', 'enterprise'), clerk('firm'), ['firm']],
    ['a division of the office files as a unit does', forAll('unit'), clerk('division'), ['division']],
    ['a clerk files nothing that is for citizens', forAll('citizen'), clerk('unit'), []],
    [
      'a citizen files what is for citizens',
      forAll('citizen'),
      somebody({ role: 'applicant', org: 'unit' }),
      ['unit'],
    ],
    ['and nothing that is for units', forAll('unit'), somebody({ role: 'applicant', org: 'unit' }), []],
    [
      'a service may name another role, which then files it alone',
      { ...toy, filedBy: 'finance-officer' },
      somebody({ role: 'finance-officer', org: 'division' }, { role: 'filer', org: 'unit' }),
      ['division'],
    ],
    [
      'a role files for the very place it is held at, not for those below',
      { ...toy, filedBy: 'finance-officer' },
      somebody({ role: 'finance-officer', org: 'office' }),
      ['office'],
    ],
    [
      'what units and the public file the public files at the office',
      forAll('unit', 'public'),
      somebody({ role: 'visitor', org: 'office' }),
      ['office'],
    ],
    ['and a clerk for his unit', forAll('unit', 'public'), clerk('unit'), ['unit']],
    [
      'an administrator files nothing',
      forAll('unit'),
      somebody({ role: 'system-admin', org: 'office' }, { role: 'filer', org: 'unit' }),
      [],
    ],
  ])('%s', (_name, service, who, expected) => {
    expect(filingUnits(who, service, tree)).toEqual(expected);
    for (const { id } of orgs) expect(filesFor(who, service, id, tree)).toBe(expected.includes(id));
  });

  it('the own organisation comes first', () => {
    const both = {
      ...somebody({ role: 'filer', org: 'division' }, { role: 'filer', org: 'unit' }),
      org: 'unit',
    };
    expect(filingUnits(both, forAll('unit'), tree)).toEqual(['unit', 'division']);
  });

  it('a draft is submitted by nobody who could not have begun it', () => {
    const setting = sampleSetting(forAll('citizen'));
    expect(openActs(forAll('citizen'), emptyState, clerk('unit'), setting)).toEqual([]);
    const citizen = somebody({ role: 'applicant', org: 'unit' });
    expect(openActs(forAll('citizen'), emptyState, citizen, setting).map(({ act }) => act)).toEqual([
      'submit',
    ]);
  });
});
