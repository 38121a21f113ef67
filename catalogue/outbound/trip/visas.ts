import { linksOf } from '@zhitongche/case';
import { VISA_LINK, visasFor } from '../../shared/visa-for.ts';
import { countriesVisited } from '../../shared/travel-stays.ts';
import { effectiveTrip } from './effective.ts';
import { approvedBy } from './papers/parts.ts';

const ENDED = ['completed', 'cancelled', 'refused'];

/** One press on an approved trip: its travellers, passports and stops as they stand, for visas and certificates of exit. */
export const visasNeeded = visasFor(
  ({ state }) =>
    approvedBy(state) !== undefined &&
    !ENDED.includes(state.status) &&
    !state.flags.includes('revoked') &&
    countriesVisited(effectiveTrip(state).legs ?? []).length > 0 &&
    !linksOf(state).some(({ kind, side }) => kind === VISA_LINK.key && side === 'from'),
  ({ state }) => {
    const trip = effectiveTrip(state);
    return {
      unit: trip.filerUnit,
      approval: approvedBy(state)?.number,
      groupName: trip.groupName,
      purpose: trip.purpose,
      exitDate: trip.exitDate,
      entryDate: trip.entryDate,
      phone: trip.contactPhone,
      travellers: (trip.members ?? []).map((member) => ({
        name: member.name,
        pinyin: member.pinyin,
        sex: member.sex,
        birthDate: member.birthDate,
        citizenId: member.citizenId,
        post: member.post,
        passportKind: member.passportKind,
        passportNumber: member.passportNumber,
        passportUntil: member.passportUntil,
      })),
      stops: (trip.legs ?? []).map((leg) => ({
        country: leg.country,
        city: leg.city,
        transit: leg.transit,
        leftAirport: leg.leftAirport,
        arrive: leg.arrive,
        leave: leg.leave,
        inviter: leg.inviterForeign ?? leg.inviter,
      })),
    };
  },
);
