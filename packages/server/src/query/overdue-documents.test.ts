import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownDelegation } from '@zhitongche/services/outbound-trip/samples.ts';
import { newId } from '../id.ts';
import { testOffice, type TestOffice } from '../testing/office.ts';
import { lookupsFor } from './catalogue.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice();
});
afterAll(() => t.drop());

/** A passport of the unit, due back long ago. */
const passport = async (holder: string, more: object): Promise<void> =>
  void (await t.base.owner.query(
    `insert into register_row (office, register, id, case_id, unit, day, data)
     values ($1, 'passport-custody', $2, $3, $4, '2026-01-05', $5)`,
    [
      t.office,
      newId(),
      newId(),
      t.orgs.unit,
      JSON.stringify({ holder, due: '2026-01-05', document: 'passport', returnedOn: '', ...more }),
    ],
  ));

test('a unit is told of passports that are out, not of those that came back, were lost or never collected', async () => {
  await passport('欧阳', { state: 'out' });
  await passport('旧记录', { document: undefined });
  await passport('已交回', { state: 'returned', returnedOn: '2026-01-04' });
  await passport('损毁', { state: 'damaged', returnedOn: '2026-01-20' });
  await passport('遗失', { state: 'lost' });
  await passport('未领取', { state: 'not-collected' });
  await passport('因私', { state: 'out', passportKind: 'private' });
  const answers = ownDelegation({ today: '2026-03-02' });
  const told = await lookupsFor(t.app, await t.actor('filer'), 'outbound-trip', { answers });
  const { documents } = told['overdue-passports'] as { documents: readonly { holder: string }[] };
  expect(documents.map(({ holder }) => holder).toSorted()).toEqual(['旧**', '欧*']);
});
