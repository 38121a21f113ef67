import { addMonths } from '@zhitongche/base';
import type { FlowContext } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { applyFor } from '../../shared/apply-for.ts';
import { countriesVisited } from '../../shared/travel-stays.ts';
import { effectiveTrip } from './effective.ts';
import { type Member, usesOfficial } from './fields/members.ts';
import { key } from './policy.ts';
import { approvedBy } from './papers/parts.ts';

/** What the register of documents calls the passports of a trip. */
const KIND: Readonly<Record<string, string>> = {
  diplomatic: 'diplomatic',
  service: 'official',
  'public-ordinary': 'ordinary',
};

type Context = Pick<FlowContext, 'state' | 'policy'>;

/** What somebody applies for: the first passport, a new one for one that ends too soon, nothing where the one held serves. */
const matterOf = (
  { passportNumber, passportUntil = '' }: Member,
  { state, policy }: Context,
): 'first' | 'renew' | undefined => {
  if (!passportNumber) return 'first';
  const { entryDate } = effectiveTrip(state);
  const needed = entryDate ? addMonths(entryDate, policy.number(key('passport-months'))) : '';
  return passportUntil > needed ? undefined : 'renew';
};

/** Who travels on the passport he has: 用现有护照. */
export const servesAsIs = (context: Context): readonly string[] =>
  (effectiveTrip(context.state).members ?? []).flatMap((member) =>
    usesOfficial(member) && matterOf(member, context) === undefined ? [member.name ?? ''] : [],
  );

/** Passports of those who have none, or one that is good for less than six months after the return. */
export const passportsNeeded = applyFor('为需要的人申办护照', (context): readonly Answers[] => {
  const { state } = context;
  const trip = effectiveTrip(state);
  return (trip.members ?? []).flatMap((member) => {
    const matter = usesOfficial(member) ? matterOf(member, context) : undefined;
    if (matter === undefined) return [];
    return [
      {
        matter,
        kind: KIND[member.passportKind ?? ''] ?? 'ordinary',
        unit: trip.filerUnit,
        approval: approvedBy(state)?.number,
        destination: countriesVisited(trip.legs ?? []).join('、'),
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
        ...(matter === 'renew' ? { oldNumber: member.passportNumber, oldPinyin: member.pinyin } : {}),
      },
    ];
  });
});
