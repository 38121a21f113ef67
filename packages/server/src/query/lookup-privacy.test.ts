import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { deriveKeys } from '../keys/derive.ts';
import { LOOKUPS } from './lookups.ts';

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
  { office: 'test', unit: 'unit', person: null, caseId: null, today: '2026-03-02' },
  deriveKeys(randomBytes(32)),
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
