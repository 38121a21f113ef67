import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, type Grant, type Org, ROLES, type Role } from '@zhitongche/access';
import {
  canSeeCase,
  caseOrgsOf,
  clearanceOf,
  conflicts,
  holds,
  isApplicant,
  mayReveal,
  orgTree,
  recordClearance,
  scopeOf,
} from './access-rules.ts';
import type { CaseState } from './state.ts';
import { personOf, story } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const orgs: readonly Org[] = [
  { id: 'p', parent: null, kind: 'office', name: '省外办' },
  { id: 'd1', parent: 'p', kind: 'division', name: '出国处', code: 'outbound' },
  { id: 'd2', parent: 'p', kind: 'division', name: '财务处', code: 'finance' },
  { id: 'c1', parent: 'p', kind: 'city-office', name: '甲市外办' },
  { id: 'c2', parent: 'p', kind: 'city-office', name: '乙市外办' },
  { id: 'u1', parent: 'c1', kind: 'unit', name: '甲市某局' },
  { id: 'u2', parent: 'p', kind: 'unit', name: '省直某厅' },
  { id: 'q', parent: null, kind: 'office', name: '邻省外办' },
  { id: 'loop1', parent: 'loop2', kind: 'unit', name: '环一' },
  { id: 'loop2', parent: 'loop1', kind: 'unit', name: '环二' },
];
const tree = orgTree(orgs);
const actor = (...grants: Grant[]): Actor => ({ id: 'me', name: '我', org: 'x', grants, standsInFor: [] });
const state = (more: Partial<CaseState> = {}) => ({
  status: 'running' as const,
  applicant: { id: 'clerk', name: '专办员', org: 'u1' },
  seats: [],
  copies: [],
  satAt: ['u1', 'p'],
  ...more,
});
const caseOfCity = { office: 'p', unit: 'u1', city: 'c1', divisions: { outbound: 'd1', finance: 'd2' } };

describe('the organisation tree', () => {
  it('knows what lies below what, and never loops', () => {
    expect(tree.contains('p', 'u1')).toBe(true);
    expect(tree.contains('u1', 'u1')).toBe(true);
    expect(tree.contains('c2', 'u1')).toBe(false);
    expect(tree.contains('q', 'u1')).toBe(false);
    expect(tree.contains('p', 'loop1')).toBe(false);
    expect(tree.contains('ghost', 'ghost')).toBe(false);
  });

  it('finds a division of this office only', () => {
    expect(tree.division('p', 'finance')?.id).toBe('d2');
    expect(tree.division('q', 'finance')).toBeUndefined();
  });

  it('finds the organisations of a case from its unit upwards', () => {
    expect(caseOrgsOf(tree, 'u1', orgs)).toEqual(caseOfCity);
    expect(caseOrgsOf(tree, 'u2', orgs)).not.toHaveProperty('city');
    expect(caseOrgsOf(tree, 'loop1', orgs)).toBeUndefined();
    expect(caseOrgsOf(tree, 'nowhere', orgs)).toBeUndefined();
  });
});

describe('a role reaches', () => {
  it.each<[Role, string, string, boolean]>([
    ['filer', 'u1', 'u1', true],
    ['filer', 'c1', 'u1', false],
    ['signer', 'p', 'u2', false],
    ['city-reviewer', 'c1', 'u1', true],
    ['city-reviewer', 'c2', 'u1', false],
    ['window', 'p', 'd1', true],
    ['handler', 'd1', 'd1', true],
    ['handler', 'd1', 'd2', false],
    ['director', 'q', 'p', false],
  ])('%s at %s reaches %s: %s', (role, org, target, reach) => {
    expect(holds(actor({ role, org }), role, target, tree)).toBe(reach);
  });
});

describe('who sees a case', () => {
  it.each<[string, Grant, boolean]>([
    ['the unit’s clerk', { role: 'filer', org: 'u1' }, true],
    ['the unit’s signer', { role: 'signer', org: 'u1' }, true],
    ['another unit’s clerk', { role: 'filer', org: 'u2' }, false],
    ['an applicant of the same place', { role: 'applicant', org: 'u1' }, false],
    ['its city', { role: 'city-reviewer', org: 'c1' }, true],
    ['another city', { role: 'city-leader', org: 'c2' }, false],
    ['the province window', { role: 'window', org: 'p' }, true],
    ['another province', { role: 'director', org: 'q' }, false],
    ['a division without a seat', { role: 'handler', org: 'd1' }, false],
    ['the system administrator', { role: 'system-admin', org: 'p' }, false],
    ['the security administrator', { role: 'security-admin', org: 'p' }, false],
    ['the audit administrator', { role: 'audit-admin', org: 'p' }, false],
  ])('%s', (_name, grant, sees) => {
    expect(canSeeCase(actor(grant), caseOfCity, state(), tree, toy)).toBe(sees);
  });

  it('a division once it was given a seat, a person once named, copied or stood in for', () => {
    const seat = {
      id: 's1',
      step: 'x',
      entry: 1,
      status: 'open' as const,
      ready: true,
      trail: [],
      role: 'handler' as const,
      org: 'd1',
    };
    const handler = actor({ role: 'handler', org: 'd1' });
    expect(canSeeCase(handler, caseOfCity, state({ seats: [seat] }), tree, toy)).toBe(true);
    expect(canSeeCase(actor(), caseOfCity, state(), tree, toy)).toBe(false);
    expect(canSeeCase(actor(), caseOfCity, state({ copies: ['me'] }), tree, toy)).toBe(true);
    const named = { ...seat, person: { id: 'me', name: '我', org: 'd2' } };
    expect(canSeeCase(actor(), caseOfCity, state({ seats: [named] }), tree, toy)).toBe(true);
    const deputy = { ...actor(), standsInFor: [{ id: 'h', name: '甲', grants: handler.grants }] };
    expect(canSeeCase(deputy, caseOfCity, state({ seats: [seat] }), tree, toy)).toBe(true);
  });

  it('an office only once the case came out of the unit, and then for good', () => {
    const sees = (grant: Grant, satAt: readonly string[]) =>
      canSeeCase(actor(grant), caseOfCity, { ...state(), satAt }, tree, toy);
    const above: readonly Grant[] = [
      { role: 'window', org: 'p' },
      { role: 'director', org: 'p' },
      { role: 'city-leader', org: 'c1' },
    ];
    for (const grant of above) {
      expect(sees(grant, ['u1'])).toBe(false);
      expect(sees(grant, [])).toBe(false);
      expect(sees(grant, ['u1', 'c1'])).toBe(true);
      expect(sees(grant, ['u1', 'd1'])).toBe(true);
    }
    expect(sees({ role: 'filer', org: 'u1' }, ['u1'])).toBe(true);
    expect(sees({ role: 'signer', org: 'u1' }, [])).toBe(true);
  });

  it('a draft is its unit’s own business', () => {
    const draft = state({ status: 'draft' });
    expect(canSeeCase(actor({ role: 'filer', org: 'u1' }), caseOfCity, draft, tree, toy)).toBe(true);
    expect(canSeeCase(actor({ role: 'window', org: 'p' }), caseOfCity, draft, tree, toy)).toBe(false);
  });

  it('what a person files for himself is no business of the others at the same place, but of the post that got a seat', () => {
    const own = { audience: ['citizen'] } as const;
    const sees = (who: Actor, more: Partial<CaseState> = {}) =>
      canSeeCase(who, caseOfCity, state(more), tree, own);
    const there = (role: Role) => actor({ role, org: 'u1' });
    for (const role of ['filer', 'signer', 'applicant'] as const) {
      expect(sees(there(role))).toBe(false);
      expect(sees(there(role), { status: 'draft' })).toBe(false);
    }
    expect(sees({ ...there('applicant'), id: 'clerk' })).toBe(true);
    expect(sees(actor({ role: 'window', org: 'p' }))).toBe(true);
    const seat = { id: 's1', step: 'sign', entry: 1, status: 'open', ready: true, trail: [] } as const;
    const seats = [{ ...seat, role: 'signer', org: 'u1' } as const];
    expect(sees(there('signer'), { seats })).toBe(true);
    expect(sees(there('filer'), { seats })).toBe(false);
    expect(sees(actor({ role: 'signer', org: 'u2' }), { seats })).toBe(false);
  });

  it('of what units and the public file a unit’s clerks see each other’s, and nobody what one of the public filed at the office', () => {
    const both = { audience: ['unit', 'public'] } as const;
    const clerk = actor({ role: 'filer', org: 'u1' });
    expect(canSeeCase(clerk, caseOfCity, state({ status: 'draft' }), tree, both)).toBe(true);
    expect(canSeeCase(actor({ role: 'filer', org: 'u2' }), caseOfCity, state(), tree, both)).toBe(false);
    const atOffice = { ...caseOfCity, unit: caseOfCity.office };
    for (const role of ['filer', 'signer', 'visitor'] as const) {
      const other = actor({ role, org: atOffice.office });
      expect(canSeeCase(other, atOffice, state({ status: 'draft' }), tree, both)).toBe(false);
      expect(isApplicant(other, { ...state(), orgs: atOffice }, both)).toBe(false);
      expect(recordClearance(other, atOffice, both)).toBe('open');
    }
    expect(isApplicant(clerk, { ...state(), orgs: caseOfCity }, both)).toBe(true);
  });

  it('lists draw from the same scope as the single look', () => {
    const roles = Object.keys(ROLES) as Role[];
    const grant = fc.record({
      role: fc.constantFrom(...roles),
      org: fc.constantFrom(...orgs.map((o) => o.id)),
    });
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 3 }), (grants) => {
        const scope = scopeOf(actor(...grants), tree);
        const listed =
          scope.units.includes('u1') || scope.offices.some((office) => tree.contains(office, 'u1'));
        expect(canSeeCase(actor(...grants), caseOfCity, state(), tree, toy)).toBe(listed);
      }),
    );
  });
});

describe('separated powers', () => {
  it('an administrator holds no second role', () => {
    expect(conflicts([{ role: 'system-admin', org: 'p' }])).toEqual([]);
    expect(
      conflicts([
        { role: 'handler', org: 'd1' },
        { role: 'window', org: 'p' },
      ]),
    ).toEqual([]);
    expect(
      conflicts([
        { role: 'system-admin', org: 'p' },
        { role: 'audit-admin', org: 'p' },
      ]),
    ).toHaveLength(1);
    expect(
      conflicts([
        { role: 'security-admin', org: 'p' },
        { role: 'filer', org: 'u1' },
      ])[0]?.code,
    ).toBe('access.conflict');
  });
});

describe('how much is seen unmasked', () => {
  const s = story(toy).submit().act('window', { act: 'agree' });
  const see = (who: Actor) => clearanceOf(who, s.state, s.setting.tree, toy);

  it('all of it by the applicant’s side, personal data by whoever’s turn it is, the open part by others', () => {
    const clerk = { ...actor({ role: 'filer', org: 'unit' }), id: 'colleague' };
    expect(see(clerk)).toBe('sensitive');
    expect(see(actor({ role: 'handler', org: 'division-outbound' }))).toBe('personal');
    expect(see(actor({ role: 'window', org: 'office' }))).toBe('open');
    expect(see(actor({ role: 'audit-admin', org: 'office' }))).toBe('open');
  });

  it('none of it by another person who files the same service for himself at the same place', () => {
    const own = { audience: ['citizen'] } as const;
    const other = { ...actor({ role: 'applicant', org: 'unit' }), id: 'somebody-else' };
    expect(isApplicant(other, s.state, own)).toBe(false);
    expect(clearanceOf(other, s.state, s.setting.tree, own)).toBe('open');
    const unit = s.state.orgs?.unit ?? '';
    const at = { unit, office: 'office' };
    expect(recordClearance(actor({ role: 'filer', org: unit }), at, toy)).toBe('sensitive');
    for (const role of ['filer', 'applicant'] as const)
      expect(recordClearance(actor({ role, org: unit }), at, own)).toBe('open');
  });

  it('may be asked for by whoever has or had a seat', () => {
    const window = { ...actor({ role: 'window', org: 'office' }), id: 'window' };
    expect(mayReveal(window, s.state, s.setting.tree)).toBe(true);
    expect(mayReveal(actor({ role: 'director', org: 'office' }), s.state, s.setting.tree)).toBe(false);
    const admin = { ...window, grants: [{ role: 'audit-admin', org: 'office' } as const] };
    expect(mayReveal(admin, s.state, s.setting.tree)).toBe(false);
  });

  it('an entrusted seat is seen by both', () => {
    const t = story(toy).submit().act('window', { act: 'agree' });
    t.act('handler@outbound', { act: 'entrust', persons: [personOf('handler@finance')] });
    const both = ['handler@outbound', 'handler@finance'].map((id) => ({ ...actor(), id }));
    for (const who of both) expect(clearanceOf(who, t.state, t.setting.tree, toy)).toBe('personal');
  });
});
