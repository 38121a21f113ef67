import type { Answers } from '@zhitongche/form';
import type { CaseState, SweepOptions } from '@zhitongche/case';
import { type Json, addDays } from '@zhitongche/base';
import { documentsOf, earliestFate } from './custody.ts';
import { effectiveTrip } from './effective.ts';
import { sampleStanding } from './sample-people.ts';
import { sampleCitizenId } from '../../shared/sample-people.ts';
import { ownDelegation, spanLeader, spanParticipant } from './samples.ts';

const TODAY = '2026-03-02';
const DEPARTURE = addDays(TODAY, 75);

const withLeader = (rank: Parameters<typeof sampleStanding>[0]): Answers => {
  const { members } = ownDelegation({ today: TODAY });
  const raised = (Array.isArray(members) ? members : []).map((member: Json, i) =>
    i === 0 && member instanceof Object ? { ...member, ...sampleStanding(rank) } : member,
  );
  return { members: raised };
};

/** Answers of the extra forms that the dates of the sample allow. */
const data = {
  change: { parts: ['programme'], reason: '会谈顺序调整', detail: '两场会谈对调' },
  // Each a week later than the last, wherever it is offered.
  extension: (state: CaseState): Answers => {
    const { exitDate = DEPARTURE, entryDate = DEPARTURE } = effectiveTrip(state);
    return {
      kind: 'depart',
      exitDate: addDays(exitDate, 7),
      entryDate: addDays(entryDate, 7),
      reason: '航班取消',
    };
  },
  return: {
    actualExit: addDays(TODAY, -12),
    actualEntry: addDays(TODAY, -3),
    actualPersons: 6,
    // The sample leaves after today, the walk comes back before it.
    deviation: true,
    redEye: false,
    deviationNote: '提前成行',
  },
  evaluation: {
    purposeMet: 'full',
    asApproved: false,
    inOrder: true,
  },
  passports: { returnedOn: TODAY, count: 1, stampsChecked: true, note: '其余护照另行交回' },
  // Recorded anew wherever that is offered, all in one list.
  documents: (state: CaseState): Answers => ({
    documents: documentsOf(state).map(({ holder, document, left }) => ({
      holder,
      document,
      on: TODAY,
      // Before the trip began nobody hands in what he travels with.
      ...(TODAY < earliestFate(state, { left, handedIn: true })
        ? { state: 'not-collected', note: '尚未领取' }
        : { state: 'returned', stampsChecked: true }),
    })),
    correction: '重新核对',
  }),
};

/** A change that brings in somebody new and makes the trip dearer. */
const othersAndDearer = ({ answers }: CaseState): Answers => {
  const { members, relatives, fares } = answers;
  const last = Array.isArray(members) ? members.at(-1) : undefined;
  return {
    ...answers,
    parts: ['members', 'funding'],
    reason: '人员和票价变动',
    detail: '更换一人，国际旅费增加',
    members: [
      ...(Array.isArray(members) ? members.slice(0, -1) : []),
      { ...(last instanceof Object ? last : {}), citizenId: '11010519491231002X' },
    ],
    relatives,
    fares: (Array.isArray(fares) ? fares : []).map((row: Json) =>
      row instanceof Object ? { ...row, fare: '19000.00' } : row,
    ),
  };
};

/** A correction that brings in somebody else and makes the trip dearer. */
const othersCorrected = (): Answers => {
  const { members, fares } = ownDelegation({ today: TODAY });
  const rows = Array.isArray(members) ? members : [];
  const birthDate = '1985-03-07';
  const other = { birthDate, sex: 'M', citizenId: sampleCitizenId(birthDate, 'M', rows.length) };
  return {
    members: rows.map((row: Json, i) =>
      i === rows.length - 1 && row instanceof Object ? { ...row, ...other } : row,
    ),
    fares: (Array.isArray(fares) ? fares : []).map((row: Json) =>
      row instanceof Object ? { ...row, fare: '15000.00' } : row,
    ),
  };
};

/** Ways through the service that together enter every step and make every paper; the sweep walks them. */
export const variants: NonNullable<SweepOptions['variants']> = {
  sample: { data },
  city: { underCity: true, data },
  'second-level unit': { underSuperior: true, data, corrected: othersCorrected() },
  'city decides': { underCity: true, data, policies: { 'outbound-trip.city-delegated': true } },
  'bureau leader': { data, answers: withLeader('bureau') },
  'other people and money': {
    data: {
      ...data,
      change: othersAndDearer,
      extension: (state: CaseState): Answers => {
        const { exitDate = DEPARTURE, entryDate = DEPARTURE } = effectiveTrip(state);
        return { kind: 'stay', exitDate, entryDate: addDays(entryDate, 2), reason: '航班取消' };
      },
    },
  },
  'no countersigning': { data, policies: { 'outbound-trip.countersign': [] } },
  'head decides': { data, policies: { 'outbound-trip.route.deputy': [] } },
  participant: { data, answers: spanParticipant({ today: TODAY }) },
  organiser: { data, answers: spanLeader({ today: TODAY }) },
};
