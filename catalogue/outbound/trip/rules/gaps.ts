import { daysBetween } from '@zhitongche/base';
import type { CheckContext, Finding } from '@zhitongche/case';
import { countryFacts } from '../../../shared/travel-standards.ts';
import type { Leg } from '../fields/itinerary.ts';
import { key } from '../policy.ts';

/** Over the ocean to the Americas and to places with poor connections the flights may take two nights. */
const nightsOnBoard = (places: readonly (Leg | undefined)[], { facts }: CheckContext): number =>
  places.some((leg) => {
    const { farAway, dayBehind } = countryFacts(facts, leg?.country ?? '');
    return farAway || dayBehind;
  })
    ? 2
    : 1;

/** Nights between leaving one place and reaching the next that no stop and no flight accounts for. */
export const unaccounted = (
  exitDate: string,
  entryDate: string,
  legs: readonly Leg[],
  context: CheckContext,
): readonly Finding[] => {
  const dated = legs.flatMap((leg, row) =>
    leg.arrive && leg.leave ? [{ leg, row, arrive: leg.arrive, leave: leg.leave }] : [],
  );
  if (dated.length === 0 || dated.length < legs.length) return [];
  return [...dated, undefined].flatMap((to, i): readonly Finding[] => {
    const from = dated[i - 1];
    const nights = daysBetween(from?.leave ?? exitDate, to?.arrive ?? entryDate);
    if (nights <= nightsOnBoard([from?.leg, to?.leg], context)) return [];
    const [before, after] = [from?.leg.city ?? '出境', to?.leg.city ?? '入境'];
    return [
      {
        at: ['legs', to?.row ?? from?.row ?? 0, to ? 'arrive' : 'leave'],
        level: 'warn',
        message: `${before}到${after}之间有${nights}晚没有去处`,
        en: `${nights} nights on the way are not accounted for`,
        todo: '请补填途中的出访地或过境地；确在途中的，请说明航班',
      },
    ];
  });
};

/** A stay of more nights than a connection takes is no transit, whether or not the airport is left. */
export const longTransits = (legs: readonly Leg[], context: CheckContext): readonly Finding[] => {
  const most = context.policy.number(key('transit-nights'));
  return legs.flatMap(({ transit, arrive, leave, country }, i): readonly Finding[] => {
    const nights = transit === true && arrive && leave ? daysBetween(arrive, leave) : 0;
    return nights <= most
      ? []
      : [
          {
            at: ['legs', i, 'leave'],
            message: `在${country ?? `第${i + 1}站`}停留${nights}晚，不是过境`,
            en: `${nights} nights are more than a transit takes`,
            todo: '请按出访地填报（计入国家数、天数和签证），或改订衔接的航班',
          },
        ];
  });
};
