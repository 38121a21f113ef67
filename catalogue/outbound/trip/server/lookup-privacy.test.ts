import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { deriveKeys } from '@zhitongche/core/server';
import { TRIP_LOOKUPS as LOOKUPS } from './lookups.ts';

const SCOPE = {
  office: 'test',
  unit: 'unit',
  person: null,
  everywhere: true,
  by: '',
  reach: { units: [], of: '' },
  caseId: null,
  today: '2026-03-02',
};
const KEYS = deriveKeys(randomBytes(32));

const OWN = '11010519491231002X';
const row = (holder: string, citizenId: string) => ({
  register: 'passport-custody',
  id: holder,
  case_id: 'earlier',
  unit: 'unit',
  data: { holder, citizenId, caseNumber: 'C3', due: '2026-01-05' },
});

/** What the checks of a new application are told of passports that are out. */
const documents = LOOKUPS['overdue-passports']?.answer(
  [row('欧阳修远', '440524188001010014'), row('李白', OWN)],
  { people: [OWN] },
  SCOPE,
  KEYS,
);

test('an application is told how many passports of its unit are out, not the names of people in other cases', () => {
  expect(documents).toMatchObject({
    documents: [
      { holder: '欧***', caseNumber: 'C3', daysLate: 56 },
      // Whoever travels in this very application is named in it anyway.
      { holder: '李白', caseNumber: 'C3' },
    ],
  });
  expect(JSON.stringify(documents)).not.toMatch(/阳修远|44052418800101/);
});

const permit = (id: string, citizenId: string, unit: string, more: object) => ({
  register: 'passport-custody',
  id,
  case_id: 'earlier',
  unit,
  data: { holder: '李白', citizenId, document: 'permit', caseNumber: 'C4', due: '2026-01-05', ...more },
});

test('a permit that came back late, or is out at another unit, is told of whoever travels now and of nobody else', () => {
  const told = LOOKUPS['overdue-passports']?.answer(
    [
      permit('a', OWN, 'another', { returnedOn: '2026-01-09' }),
      permit('b', OWN, 'unit', { returnedOn: '' }),
      permit('b', OWN, 'unit', { returnedOn: '' }),
      permit('c', '440524188001010014', 'unit', { returnedOn: '' }),
    ],
    { people: [OWN] },
    SCOPE,
    KEYS,
  );
  expect(told).toEqual({
    documents: [
      {
        kind: 'permit',
        holder: '李白',
        citizenId: OWN,
        caseNumber: '',
        due: '2026-01-05',
        daysLate: 4,
        returnedOn: '2026-01-09',
      },
      { kind: 'permit', holder: '李白', citizenId: OWN, caseNumber: 'C4', due: '2026-01-05', daysLate: 56 },
    ],
  });
});

test('of a trip for another unit only its days and its kind are told', () => {
  const trip = (unit: string) => ({
    register: 'trips',
    id: unit,
    case_id: 'earlier',
    unit,
    data: {
      citizenId: OWN,
      caseNumber: 'C5',
      group: '某某市友好访问团',
      exitDate: '2025-06-01',
      entryDate: '2025-06-05',
      countries: ['日本'],
      missionKind: 'visit',
      status: 'returned',
    },
  });
  const told = LOOKUPS['person-trips']?.answer(
    [trip('unit'), trip('another')],
    { people: [OWN] },
    SCOPE,
    KEYS,
  );
  expect(told).toMatchObject({
    trips: [
      { caseNumber: 'C5', group: '某某市友好访问团', exitDate: '2025-06-01' },
      {
        citizenId: OWN,
        caseNumber: '',
        group: '',
        countries: [],
        exitDate: '2025-06-01',
        entryDate: '2025-06-05',
        missionKind: 'visit',
      },
    ],
  });
});
