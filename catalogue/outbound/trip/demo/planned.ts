import { addDays, addMonths, dayInShanghai, daysBetween } from '@zhitongche/base';
import type { DemoWorld } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { SampleRow } from '@zhitongche/register';
import { countriesVisited } from '../../../shared/travel-stays.ts';
import { daysAbroad } from '../../../shared/days-abroad.ts';
import type { TripAnswers } from '../form.ts';
import type { Scene } from './scene.ts';
import { holderOf, orgOf } from '../../../shared/demo/world.ts';

/** Days before its filing that an item was approved. */
const BEFORE = 45;

const item = (
  unit: string,
  number: string,
  planned: string,
  more: Omit<Answers, 'unit' | 'number' | 'planned' | 'count' | 'kind'>,
): Answers => ({
  number,
  unit: { id: '', title: unit },
  planned,
  count: 1,
  kind: 'control',
  ...more,
});

/** This year's plan of the demo office: an item for every trip that was filed, approved before it, and some nobody went on yet; next year's on its way. */
export const plannedRows = (world: DemoWorld, scenes: readonly Scene[]): readonly SampleRow[] => {
  const today = dayInShanghai(world.now.toISOString());
  const year = Number(today.slice(0, 4));
  return [
    ...scenes.map(({ plan, answers, departure }) =>
      doneBy(world, answers, plan.unit, plan.ago, departure, today),
    ),
    ...toCome(world, today, year),
  ];
};

function doneBy(
  world: DemoWorld,
  answers: Answers,
  unit: string,
  filed: number,
  departure: string,
  today: string,
): SampleRow {
  const trip = answers as TripAnswers;
  const ago = filed + BEFORE;
  return {
    answers: item(orgOf(world, unit)?.name ?? '', trip.planNumber ?? '', `${departure.slice(0, 7)}-01`, {
      group: trip.groupName ?? '',
      countries: countriesVisited(trip.legs ?? []).join('、') || '见办件',
      leader: trip.members?.[0]?.name ?? '',
      people: trip.members?.length ?? 1,
      days: daysAbroad(trip.exitDate, trip.entryDate) ?? 1,
      task: trip.purpose ?? '',
    }),
    ago,
    by: 'handler',
    moves: approved(ago, today),
  };
}

const approved = (ago: number, today: string) => {
  const on = addDays(today, 5 - ago);
  return [
    { move: 'send', ago: ago - 1, by: 'handler' },
    { move: 'list', ago: ago - 3, by: 'handler' },
    {
      move: 'approve',
      ago: ago - 5,
      by: 'handler',
      data: { letter: `云政出计〔${on.slice(0, 4)}〕${Number(on.slice(5, 7))}号`, letterOn: on },
    },
  ];
};

/** Items nobody went on: two of this year, one of which was moved, and next year's from the first draft to the list of the city. */
const toCome = (world: DemoWorld, today: string, year: number): readonly SampleRow[] => {
  const nameOf = (key: string) => orgOf(world, key)?.name ?? '';
  const about = (group: string, countries: string, people: number, days: number) => ({
    group,
    countries,
    people,
    days,
    task: '友好交流和经贸洽谈',
    budget: `${people * days * 6000}.00`,
  });
  const now = (unit: string, n: number, planned: string, more: ReturnType<typeof about>): SampleRow => ({
    answers: item(nameOf(unit), `${planned.slice(0, 4)}-${nameOf(unit)}-${90 + n}`, planned, more),
    ago: 200,
    by: 'handler',
    moves: approved(200, today),
  });
  const next = (
    unit: string,
    n: number,
    month: string,
    more: ReturnType<typeof about>,
    sent: number,
  ): SampleRow => ({
    answers: item(nameOf(unit), `${year + 1}-${nameOf(unit)}-8${n}`, `${year + 1}-${month}-01`, more),
    ago: 20,
    by: holderOf(world, unit, 'filer'),
    moves: [
      ...(sent > 0 ? [{ move: 'send', ago: 15 }] : []),
      ...(sent > 1 ? [{ move: 'list', ago: 9, by: 'handler' }] : []),
    ],
  });
  const lastMonth = `${addMonths(today, -2).slice(0, 7)}-01`;
  const late = now('commerce', 1, lastMonth, about('展会筹备团', '德国', 4, 6));
  const movedTo = addMonths(`${today.slice(0, 7)}-01`, 1);
  const moved = now('yunze-commerce', 1, lastMonth, about('园区考察团', '马来西亚', 5, 6));
  return [
    late,
    {
      ...moved,
      moves: [
        ...(moved.moves ?? []),
        ...(movedTo.slice(0, 4) === lastMonth.slice(0, 4)
          ? [
              {
                move: 'adjust',
                ago: Math.min(60, daysBetween(lastMonth, today)),
                by: 'handler',
                data: { count: 1, planned: movedTo, why: '对方会期推迟', letter: `云政出计〔${year}〕19号` },
              },
            ]
          : []),
      ],
    },
    next('commerce', 1, '04', about('投资促进团', '法国、比利时', 6, 8), 1),
    next('yunze-commerce', 2, '06', about('友城回访团', '日本', 5, 5), 2),
    next('commerce', 3, '09', about('数字贸易考察团', '新加坡', 4, 5), 0),
  ];
};
