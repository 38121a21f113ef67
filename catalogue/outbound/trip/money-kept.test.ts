import type { CaseState } from '@zhitongche/case';
import type { Story } from '@zhitongche/case/testing';
import { addDays } from '@zhitongche/base';
import { describe, expect, test } from 'vitest';
import { effectiveTrip, standingFigures } from './effective.ts';
import { moneyKept, settlementBegun } from './money-kept.ts';
import { agreedTo, approved, begun } from './testing/roads.ts';

const CASE = { caseId: 'case', caseNumber: 'YZ-2026-0007', today: '2026-03-02' };
/** The same case as the office's own delegation. */
const own = ({ state }: Story): CaseState =>
  state.orgs === null ? state : { ...state, orgs: { ...state.orgs, unit: state.orgs.office } };

describe('money kept back for a trip', () => {
  test('is entered at the approval, to the sum of the budget, and none for a unit that pays itself', () => {
    const s = approved(begun());
    const { groupName, exitDate } = effectiveTrip(s.state);
    expect(moneyKept.orders(own(s), CASE)).toEqual([
      {
        row: 'propose',
        answers: {
          matter: 'YZ-2026-0007',
          group: groupName,
          exit: exitDate,
          amount: standingFigures(s.state)?.funding.cny,
        },
      },
    ]);
    expect(moneyKept.orders(s.state, CASE)).toEqual([]);
    expect(
      moneyKept.orders({ ...own(s), answers: { ...s.state.answers, fundSources: ['host'] } }, CASE),
    ).toEqual([]);
  });

  test('is free once the trip is revoked', () => {
    const s = approved(begun())
      .act('filer', { act: 'ask-revocation', data: { reason: '邀请方取消会议', passportsOut: true } })
      .act('signer', { act: 'agree' });
    agreedTo(s);
    expect(s.state.step).toBe('hand-in');
    expect(moneyKept.orders(own(s), CASE)).toMatchObject([{ row: 'follow', moves: [{ move: 'release' }] }]);
  });

  test('becomes a settlement begun with who went, where and when, as they came back', () => {
    const s = approved(begun());
    expect(settlementBegun.orders(own(s), CASE)).toEqual([]);
    const { exitDate = '', entryDate = '', members = [], legs = [] } = effectiveTrip(s.state);
    s.on(addDays(entryDate, 1)).act('filer', {
      act: 'register-return',
      data: {
        actualExit: exitDate,
        actualEntry: entryDate,
        actualPersons: members.length,
        deviation: false,
      },
    });
    const [order] = settlementBegun.orders(own(s), CASE);
    expect(order).toMatchObject({
      row: 'propose',
      answers: {
        matter: 'YZ-2026-0007',
        exit: exitDate,
        entry: entryDate,
        people: members.map(({ name, rank }) => ({ name, rank })),
      },
    });
    expect(order?.row === 'propose' && order.answers['stays']).toHaveLength(legs.length);
    expect(settlementBegun.orders(s.state, CASE)).toEqual([]);
  });
});
