import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { describe, expect, test } from 'vitest';
import { tripForm } from './form.ts';
import { sampleStanding } from './sample-people.ts';
import { accepted, FINANCE, HANDLER, HEAD, inCity, begun, SECURITY, throughUnit } from './testing/roads.ts';
import { found, trip } from './testing/trip.ts';

type Standing = Parameters<typeof sampleStanding>;

/** The sample trip with one of its people, not the highest in rank, holding a post. */
const holding = (position: Standing[1], rank: Standing[0] = 'division'): Answers => {
  const members = trip().members as readonly Json[];
  return {
    members: members.map((m, i) =>
      i === 1 ? { ...(m as object), ...sampleStanding(rank, position) } : m,
    ) as Json,
  };
};

const DELEGATED = { policies: { 'outbound-trip.city-delegated': true } };

describe('posts decide the road, not only ranks (§7)', () => {
  test.each(['county-secretary', 'county-head', 'enterprise-head'] as const)(
    'a %s goes by the director to the leadership of the province',
    (position) => {
      const s = accepted(begun(), holding(position))
        .act(HANDLER, { act: 'agree', opinion: '拟同意。' })
        .act(SECURITY, { act: 'agree' })
        .act(FINANCE, { act: 'agree' })
        .act(HEAD, { act: 'agree' })
        .act('deputy-director', { act: 'agree' });
      expect(s.state.step).toBe('director');
      s.act('director', { act: 'agree' });
      expect(s.state).toMatchObject({ step: 'report-up', status: 'outside' });
    },
  );

  test('a city with delegated authority does not decide on a 县（市、区）委书记', () => {
    const s = throughUnit(inCity(DELEGATED), holding('county-secretary'));
    expect(s.open('city-reviewer').map((act) => act.act)).not.toContain('accept');
    s.act('city-reviewer', { act: 'agree' }).act('city-leader', { act: 'agree' });
    expect(s.state.step).toBe('window');
  });

  test('but on an ordinary head of division it does', () => {
    const s = throughUnit(inCity(DELEGATED), holding('none'));
    expect(s.open('city-reviewer').map((act) => act.act)).toContain('accept');
  });

  test('the office itself says which posts go where', () => {
    const own = {
      policies: { 'outbound-trip.route.report-posts': [], 'outbound-trip.route.director-posts': [] },
    };
    const s = accepted(begun(own), holding('county-head'))
      .act(HANDLER, { act: 'agree', opinion: '拟同意。' })
      .act(SECURITY, { act: 'agree' })
      .act(FINANCE, { act: 'agree' })
      .act(HEAD, { act: 'agree' })
      .act('deputy-director', { act: 'agree' });
    expect(s.state.step).toBe('issuing');
  });

  test.each(['ministry', 'bureau', 'division', 'technical'])('the form asks the post at rank %s', (rank) => {
    const { position } = tripForm.members.fields.members.columns;
    expect(position.shown?.({ rank }, {})).toBe(true);
  });

  test('a post that the rules on frequency do not name frees nobody from them (R-12)', () => {
    const members = trip().members as readonly { readonly citizenId: string }[];
    const trips = [{ citizenId: members[1]?.citizenId ?? '', exitDate: '2025-09-01', missionKind: 'visit' }];
    const lookups = { 'person-trips': { trips } };
    expect(found('R-12', { ...trip(), ...holding('county-secretary', 'bureau') }, { lookups })).toHaveLength(
      1,
    );
    expect(found('R-12', { ...trip(), ...holding('external', 'bureau') }, { lookups })).toEqual([]);
  });
});
