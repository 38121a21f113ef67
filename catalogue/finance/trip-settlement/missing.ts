import { addDays } from '@zhitongche/base';
import type { Facts } from '@zhitongche/form';
import { BILL_CURRENCIES } from '../../shared/currencies.ts';
import { countryFacts, standardOf } from '../../shared/travel-standards.ts';
import { placeOf } from '../../shared/travel-stays.ts';
import { labelOf } from '../../shared/travel-words.ts';
import type { Settlement } from './form.ts';
import { staysFor, staysIn } from './own-stays.ts';
import type { SettledLine } from './settled-line.ts';

type Tables = Pick<Facts, 'table'>;

/** Stops whose days do not fit each other or the trip: a night would count twice, or one nobody was there. */
const daysWrong = ({ entry = '', stays = [] }: Settlement, facts: Tables): readonly string[] => {
  let reached = '';
  return stays
    .flatMap((leg) => (leg.arrive && leg.leave ? [{ leg, arrive: leg.arrive, leave: leg.leave }] : []))
    .toSorted((a, b) => (a.arrive < b.arrive ? -1 : a.arrive > b.arrive ? 1 : 0))
    .flatMap(({ leg, arrive, leave }) => {
      // Across the date line the local day of the arrival may lie before the day of the departure.
      const arrived = countryFacts(facts, leg.country ?? '').dayBehind ? addDays(arrive, 1) : arrive;
      const early = arrived < reached;
      reached = leave > reached ? leave : reached;
      if (leave < arrive) return [`${placeOf(leg)}的离开日期早于抵达日期`];
      if (arrive > entry) return [`${placeOf(leg)}的抵达日期在入境之后，没有去的请删去这一站`];
      return early ? [`${placeOf(leg)}的抵达日期早于离开上一站的日期，会多算夜数`] : [];
    });
};

/** Beds in a city nobody stayed in, or in one of a name that two countries have. */
const cityWrong = (settlement: Settlement): readonly string[] =>
  (settlement.claims ?? []).flatMap(({ item, who, city = '' }) => {
    if (item !== 'lodging') return [];
    const person = settlement.people?.find(({ name }) => name === who);
    const own = staysIn(staysFor(settlement, person), city);
    const countries = [...new Set(own.flatMap(({ leg }) => leg.country ?? []))];
    const [first] = own;
    if (!first) return [`住宿费的城市“${city}”不在停留地里`];
    return countries.length < 2
      ? []
      : [`“${city}”在${countries.join('、')}都有，请写成“${placeOf(first.leg)}”`];
  });

/** What is still needed before a settlement is one. */
export const missingIn = (
  settlement: Settlement,
  lines: readonly SettledLine[],
  facts: Tables,
): readonly string[] => [
  ...lines
    .filter(({ cny }) => cny === null)
    .map(({ currency }) => `没有${labelOf(BILL_CURRENCIES, currency)}的折算率`),
  ...daysWrong(settlement, facts),
  ...staysFor(settlement, undefined)
    .filter(({ leg }) => !standardOf(facts, leg))
    .map(({ leg }) => `${placeOf(leg)}没有开支标准，请填写参照哪个邻国`),
  ...cityWrong(settlement),
  ...(settlement.claims ?? [])
    .filter(({ who }) => !(settlement.people ?? []).some(({ name }) => name === who))
    .map(() => '有票据的姓名不在出访人员里'),
];
