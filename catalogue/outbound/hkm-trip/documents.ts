import type { Answers } from '@zhitongche/form';
import { applyFor } from '../../shared/apply-for.ts';
import { figuresOf, tripOf } from './derive.ts';
import { numberOf } from './registers.ts';
import { regionsOf } from './words.ts';

/** Permits of those who have none; who lost one, or has one to be renewed, applies with the old one at hand. */
export const permitsNeeded = applyFor('为没有通行证的人申办通行证', ({ state }): readonly Answers[] => {
  const trip = tripOf(state);
  const { permits } = figuresOf(state);
  return (trip.members ?? []).flatMap((member, i) =>
    permits[i]?.state === 'none'
      ? [
          {
            matter: 'first',
            kind: 'permit',
            unit: trip.filerUnit,
            approval: numberOf(state),
            destination: regionsOf(trip).join('、'),
            exitDate: trip.exitDate,
            entryDate: trip.entryDate,
            name: member.name,
            pinyin: member.pinyin,
            sex: member.sex,
            birthDate: member.birthDate,
            birthPlace: member.birthPlace,
            citizenId: member.citizenId,
            employer: member.employer,
            post: member.post,
            rank: member.rank,
            phone: trip.contactPhone,
          },
        ]
      : [],
  );
});
