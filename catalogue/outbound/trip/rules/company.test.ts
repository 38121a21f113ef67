import type { Answers } from '@zhitongche/form';
import { describe, expect, test } from 'vitest';
import { sampleCitizenId } from '../../../shared/sample-people.ts';
import { found } from '../testing/trip.ts';

const ID = sampleCitizenId('1975-03-01', 'M', 1);

const TRIP = { exitDate: '2026-06-01', entryDate: '2026-06-05', missionKind: 'visit' };
const group = (...members: readonly object[]): Answers => ({
  ...TRIP,
  family: false,
  members: members.map((member) => ({ ...member })),
});

describe('who travels with whom', () => {
  test('a member who stands as the spouse of another in the family table is asked about, whatever the tick says', () => {
    const trip = {
      ...group({ name: '张三', hasFamily: true }, { name: '李四' }),
      relatives: [
        { traveller: '张三', relation: 'spouse', name: '李四' },
        { traveller: '张三', relation: 'sibling', name: '王五' },
      ],
    };
    expect(found('R-10', trip)).toMatchObject([{ level: 'warn', at: ['members', 1, 'name'] }]);
    expect(
      found('R-10', { ...trip, relatives: [{ traveller: '张三', relation: 'child', name: '赵六' }] }),
    ).toEqual([]);
  });

  test('nobody is on two trips at a time: the registers know the other one', () => {
    const other = (exitDate: string, entryDate: string) => ({
      lookups: {
        'person-trips': {
          trips: [
            {
              citizenId: ID,
              caseNumber: 'C-1',
              group: '另一团组',
              exitDate,
              entryDate,
              missionKind: 'academic',
            },
          ],
        },
      },
    });
    const trip = group({ name: '张三', citizenId: ID });
    expect(found('P-12', trip, other('2026-06-04', '2026-06-08'))).toMatchObject([
      { level: 'warn', at: ['members', 0, 'name'] },
    ]);
    expect(found('P-12', trip, other('2026-06-06', '2026-06-08'))).toEqual([]);
    expect(found('P-12', trip, other('2026-05-20', '2026-05-31'))).toEqual([]);
  });

  test.each([
    ['section', 'service', 1],
    ['technical', 'diplomatic', 1],
    ['bureau', 'diplomatic', 1],
    ['ministry', 'diplomatic', 0],
    ['division', 'service', 0],
    ['bureau', 'public-ordinary', 0],
    ['section', 'private', 0],
  ])('公务护照 from 副县处级, 外交护照 from 副省部级: %s with %s', (rank, passportKind, expected) => {
    expect(found('P-11', group({ name: '张三', rank, passportKind }))).toHaveLength(expected);
  });

  test('a re-employed professor on an academic trip goes, also when an administrator comes along', () => {
    const trip = {
      ...group(
        { name: '张三', employment: 'reemployed', academic: true },
        { name: '李四', employment: 'serving', academic: false },
      ),
      missionKind: 'academic',
    };
    expect(found('R-18', trip)).toEqual([]);
    expect(
      found('R-18', {
        ...trip,
        ...group({ name: '李四', employment: 'reemployed', academic: false }),
        missionKind: 'academic',
      }),
    ).toHaveLength(1);
  });

  test('a training group is decided case by case, whatever the nature of its task was said to be', () => {
    const trip = {
      ...group(...Array.from({ length: 8 }, () => ({}))),
      caseType: 'training',
      entryDate: '2026-06-20',
    };
    const legs = [{ country: '法国', transit: false }];
    expect(found('R-08', trip)).toEqual([]);
    expect(found('R-01', { ...trip, legs })).toEqual([]);
    expect(found('R-06', { ...trip, legs })[0]?.message).toContain('培训');
  });
});

describe('境外中资企业', () => {
  const legs = [{ country: '法国', transit: false, inviterKind: 'own-company' }];

  test('its own company abroad invites the head of an enterprise, not an office', () => {
    const office = { ...group({ leadership: true }), fundSources: ['budget'], legs };
    expect(found('I-01', office)).toMatchObject([{ level: 'warn', at: ['legs', 0, 'inviterKind'] }]);
    expect(found('I-01', { ...office, fundSources: ['enterprise'] })).toEqual([]);
    expect(found('I-01', { ...group({ rank: 'bureau', position: 'enterprise-head' }), legs })).toEqual([]);
  });
});
