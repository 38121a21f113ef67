import type { CaseState, KeepDef } from '@zhitongche/case';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { effectiveTrip, revokedAt, standingFigures } from './effective.ts';

/** A trip the office makes itself, on its own budget: what others pay for is no business of its books. */
const ownMoney = (state: CaseState): boolean =>
  state.orgs !== null &&
  state.orgs.unit === state.orgs.office &&
  (effectiveTrip(state).fundSources ?? []).includes('budget');

/** Money kept back for a trip of the office's own: entered when it is approved, adjusted by a change, free once it is revoked. */
export const moneyKept: KeepDef = {
  register: 'trip-settlement-hold',
  whereKept: true,
  orders(state, { caseNumber }) {
    const { groupName, exitDate } = effectiveTrip(state);
    const amount = standingFigures(state)?.funding.cny;
    if (!ownMoney(state) || !amount || !exitDate) return [];
    const find = { matter: caseNumber };
    if (revokedAt(state) !== undefined)
      return [{ row: 'follow', find, where: {}, moves: [{ move: 'release' }] }];
    if (state.flags.includes('amended'))
      return [
        {
          row: 'follow',
          find,
          where: {},
          unless: { amount, exit: exitDate },
          moves: [{ move: 'adjust', data: { amount, exit: exitDate } }],
        },
      ];
    return [{ row: 'propose', answers: { ...find, group: groupName ?? '', exit: exitDate, amount } }];
  },
};

/** The settlement of such a trip, begun when the group is back: who went, where and when are not typed again. */
export const settlementBegun: KeepDef = {
  register: 'trip-settlement',
  whereKept: true,
  orders(state, { caseNumber }) {
    const { groupName, members = [], legs = [] } = effectiveTrip(state);
    const back = state.records.return?.at(-1)?.data;
    const [exit, entry] = [textIn(back?.actualExit), textIn(back?.actualEntry)];
    if (!ownMoney(state) || daysAbroad(exit, entry) === undefined) return [];
    const stays = legs.flatMap(({ country, city, transit, arrive, leave, hostCovers, standardFrom }) =>
      country && city && arrive && leave && transit !== true
        ? [
            {
              country,
              city,
              arrive,
              leave,
              hostCovers: [...(hostCovers ?? [])],
              ...(standardFrom ? { standardFrom } : {}),
            },
          ]
        : [],
    );
    const people = members.flatMap(({ name, rank }) => (name && rank ? [{ name, rank }] : []));
    const answers = { matter: caseNumber, group: groupName ?? '', exit, entry, stays, people };
    return [{ row: 'propose', answers }];
  },
};
