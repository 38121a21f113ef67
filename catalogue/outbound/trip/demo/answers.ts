import type { DemoWorld } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { SamplePerson } from '../sample-people.ts';
import { sampleTrip } from '../sample-trip.ts';
import { cultureWeek, spanLeader, spanParticipant, trainingTrip } from '../samples.ts';
import { planNumberOf } from './plan-number.ts';
import { type TripPlan, tripPlans } from './plans.ts';
import { themes } from './themes.ts';
import { travellers } from './travellers.ts';
import { cityOf, orgOf } from '../../../shared/demo/world.ts';

/** First traveller of each trip, so that nobody travels twice. */
const starts = new Map<string, number>();
for (let [index, next] = [0, 0]; index < tripPlans.length; index += 1) {
  const plan = tripPlans[index];
  if (!plan) continue;
  starts.set(plan.key, next);
  next += plan.crew.ranks.length;
}

/** The answers a trip is filed with on a day. */
export function answersOf(world: DemoWorld, plan: TripPlan, today: string): Answers {
  const answers = toldAnswers(world, plan, today);
  return typeof answers.exitDate === 'string' && answers.inPlan === true
    ? { ...answers, planNumber: planNumberOf(world, plan, answers.exitDate) }
    : answers;
}

function toldAnswers(world: DemoWorld, plan: TripPlan, today: string): Answers {
  const { province } = world;
  const unit = orgOf(world, plan.unit)?.name ?? '';
  const people = travellers(world, starts.get(plan.key) ?? 0, plan.crew);
  const setting = { today, unit, people, leaveIn: plan.leaveIn };
  const named = (answers: Answers): Answers => inProvince(world, answers, plan);
  switch (plan.theme) {
    case 'culture-week':
      return named(cultureWeek({ today, unit, leaveIn: plan.leaveIn })[plan.group ?? 0] ?? {});
    case 'training':
      return named(trainingTrip({ ...setting, group: `${province}职业教育管理培训团` }));
    case 'span-join':
      return named(spanParticipant({ ...setting, group: '农业技术合作代表团' }));
    case 'span-lead':
      return named(spanLeader({ ...setting, people: fromUnits(people), group: `${province}科技合作代表团` }));
    default: {
      const { group, ...theme } = themes[plan.theme];
      return named(sampleTrip({ ...theme, ...setting, group: shortName(unit) + group }));
    }
  }
}

/** The head is of the unit that leads, everybody else of a unit that sends people, as the sample names them. */
const fromUnits = (people: readonly SamplePerson[]): readonly SamplePerson[] =>
  people.map((person, n) =>
    n === 0 ? person : { ...person, employer: n % 2 === 1 ? '某某省科学院' : '某某大学' },
  );

/** `澜洲市商务局` for a group of the bureau, `澜洲市` for one of the city's own foreign affairs office. */
const shortName = (unit: string): string => unit.replace('人民政府外事办公室', '');

/** Samples speak of 某某省 and 河北; the demo office has a name of its own. */
function inProvince(world: DemoWorld, answers: Answers, plan: TripPlan): Answers {
  const { province } = world;
  const city = orgOf(world, cityOf(world, plan.unit));
  const text = JSON.stringify(answers)
    .replaceAll('某某省', province)
    .replaceAll('某某市', city ? shortName(city.name) : '云泽市')
    .replaceAll('某某大学', '云泽大学')
    .replaceAll('"河北"', `"${province.slice(0, -1)}"`);
  const named: Answers = JSON.parse(text);
  return named;
}
