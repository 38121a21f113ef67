import type { CheckContext } from '@zhitongche/case';
import { decimalOf, decimalText, percent, whole, type Decimal } from '@zhitongche/base';
import { CABINS, CURRENCIES, JOURNEYS, labelOf, OTHER_FEES } from '../choices.ts';
import type { Leg } from '../fields/itinerary.ts';
import type { TripAnswers } from '../form.ts';
import { key } from '../policy.ts';
import { standardOf } from '../../../shared/travel-standards.ts';
import { placeOf, type Stay } from '../../../shared/travel-stays.ts';

/** What a budget line pays for. */
export type FundingKind =
  | 'air'
  | 'journey'
  | 'lodging'
  | 'meals'
  | 'incidentals'
  | 'training'
  | 'train'
  | 'other';

/** A budget line before it is multiplied out: standard × persons × days × factor. */
export interface RawLine {
  readonly kind: FundingKind;
  readonly label: string;
  readonly place: string;
  readonly currency: string;
  readonly standard: Decimal;
  readonly persons: number;
  readonly days: number;
  readonly factor?: Decimal;
  readonly note?: string;
}

/** Lodging, meals, incidentals and training at one stop. */
export const stayLines = (
  stay: Stay<Leg>,
  answers: TripAnswers,
  context: CheckContext,
  missing: string[],
): readonly RawLine[] => {
  const { leg } = stay;
  const place = placeOf(leg);
  const standard = standardOf(context.facts, leg);
  if (!standard) {
    missing.push(`${place}没有开支标准，请在“出访地”填写参照哪个邻国的标准`);
    return [];
  }
  const { currency } = standard;
  const members = answers.members ?? [];
  const persons = members.length;
  const covers = new Set(leg.hostCovers ?? []);
  const nights = context.policy.text(key('nights')) === 'days' ? stay.days : stay.nights;
  const lines: RawLine[] = [];
  const borrowed = standard.borrowed ? { note: `参照${standard.place}标准` } : {};
  if (!covers.has('lodging')) {
    const ministers = members.filter((m) => m.rank === 'ministry').length;
    const suite = decimalOf(leg.suitePrice);
    const planned = decimalOf(leg.hotelPrice);
    const hotelCurrency = leg.hotelCurrency ?? currency;
    if (ministers > 0 && !suite) missing.push(`${place}未填省部级人员房价，住宿费据实列支`);
    if (ministers > 0 && suite)
      lines.push({
        kind: 'lodging',
        label: '住宿费（省部级）',
        place,
        currency: hotelCurrency,
        standard: suite,
        persons: ministers,
        days: nights,
        note: '据实',
      });
    if (persons > ministers)
      lines.push({
        kind: 'lodging',
        label: '住宿费',
        place,
        currency: planned ? hotelCurrency : currency,
        standard: planned ?? standard.lodging,
        persons: persons - ministers,
        days: nights,
        note: `${planned ? `标准${decimalText(standard.lodging, 0)}${labelOf(CURRENCIES, currency)}` : '按标准'}${standard.borrowed ? `，参照${standard.place}` : ''}`,
      });
  }
  // With meals and incidentals both provided the allowance falls away; transport alone leaves a part of it.
  if (!covers.has('meals'))
    lines.push({
      kind: 'meals',
      label: '伙食费',
      place,
      currency,
      standard: standard.meals,
      persons,
      days: stay.days,
      ...borrowed,
    });
  if (!covers.has('incidentals')) {
    const share = context.policy.number(key('incidentals-with-transport'));
    const reduced = covers.has('transport')
      ? { factor: percent(share), note: `接待方提供交通，按${share}%` }
      : {};
    lines.push({
      kind: 'incidentals',
      label: '公杂费',
      place,
      currency,
      standard: standard.incidentals,
      persons,
      days: stay.days,
      ...borrowed,
      ...reduced,
    });
  }
  const fee = decimalOf(leg.trainingFee);
  if (fee)
    lines.push({
      kind: 'training',
      label: '培训费',
      place,
      currency,
      standard: fee,
      persons,
      days: stay.days,
    });
  return lines;
};

/** International air fares by cabin. */
export const airLines = (answers: TripAnswers, missing: string[]): readonly RawLine[] => {
  if (answers.hostAirfare === true) return [];
  const members = answers.members ?? [];
  return [...new Set(members.flatMap((m) => (m.cabin ? [m.cabin] : [])))].flatMap((cabin) => {
    const fare = decimalOf(answers.fares?.find((f) => f.cabin === cabin)?.fare);
    const label = labelOf(CABINS, cabin);
    if (!fare) {
      missing.push(`未填${label}票价`);
      return [];
    }
    const persons = members.filter((m) => m.cabin === cabin).length;
    return [
      {
        kind: 'air' as const,
        label: `国际旅费（${label}）`,
        place: '往返',
        currency: 'CNY',
        standard: fare,
        persons,
        days: 1,
      },
    ];
  });
};

/** Journeys abroad, other fees, hospitality and train allowance. */
export const costLines = (answers: TripAnswers, context: CheckContext): readonly RawLine[] => {
  const lines: RawLine[] = [];
  for (const journey of answers.journeys ?? []) {
    const amount = decimalOf(journey.amount);
    if (amount && journey.currency)
      lines.push({
        kind: 'journey',
        label: labelOf(JOURNEYS, journey.kind),
        place: `${journey.from ?? ''}—${journey.to ?? ''}`,
        currency: journey.currency,
        standard: amount,
        persons: journey.persons ?? 0,
        days: 1,
      });
  }
  for (const fee of answers.otherFees ?? []) {
    const amount = decimalOf(fee.amount);
    if (amount && fee.currency)
      lines.push({
        kind: 'other',
        label: labelOf(OTHER_FEES, fee.kind),
        place: '',
        currency: fee.currency,
        standard: amount,
        persons: fee.persons ?? 0,
        days: 1,
        ...(fee.note ? { note: fee.note } : {}),
      });
  }
  for (const [label, text] of [
    ['宴请', answers.banquetCost],
    ['礼品', answers.giftCost],
  ] as const) {
    const amount = decimalOf(text);
    if (amount)
      lines.push({ kind: 'other', label, place: '', currency: 'CNY', standard: amount, persons: 1, days: 1 });
  }
  if (answers.trainDays)
    lines.push({
      kind: 'train',
      label: '国际列车补助',
      place: '',
      currency: 'USD',
      standard: whole(context.policy.number(key('train-allowance'))),
      persons: (answers.members ?? []).length,
      days: answers.trainDays,
    });
  return lines;
};
