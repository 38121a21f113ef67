import type { Answers } from '@zhitongche/form';
import {
  cultureWeek,
  spanLeader,
  spanParticipant,
  trainingTrip,
} from '@zhitongche/catalogue/outbound/trip/samples.ts';
import type { SamplePerson } from '@zhitongche/catalogue/outbound/trip/sample-people.ts';
import { sampleTrip } from '@zhitongche/catalogue/outbound/trip/sample-trip.ts';
import { type DemoCase, demoCases } from './cases.ts';
import { CITIES, demoOrgs, PROVINCE } from './orgs.ts';
import { travellers } from './travellers.ts';
import { themes } from './trips.ts';

const unitName = (key: string): string => demoOrgs.find((org) => org.key === key)?.name ?? '';

/** First traveller of each case, so that nobody travels twice. */
const starts = new Map<string, number>();
for (let [index, next] = [0, 0]; index < demoCases.length; index += 1) {
  const plan = demoCases[index];
  if (!plan) continue;
  starts.set(plan.key, next);
  next += plan.crew.ranks.length;
}

/** The answers a case is filed with on a day. */
export function demoAnswers(plan: DemoCase, today: string): Answers {
  const unit = unitName(plan.unit);
  const people = travellers(starts.get(plan.key) ?? 0, plan.crew);
  const setting = { today, unit, people, leaveIn: plan.leaveIn };
  switch (plan.theme) {
    case 'culture-week':
      return inProvince(cultureWeek({ today, unit, leaveIn: plan.leaveIn })[plan.group ?? 0] ?? {}, plan);
    case 'training':
      return inProvince(trainingTrip({ ...setting, group: `${PROVINCE}职业教育管理培训团` }), plan);
    case 'span-join':
      return inProvince(spanParticipant({ ...setting, group: '农业技术合作代表团' }), plan);
    case 'span-lead':
      return inProvince(
        spanLeader({ ...setting, people: fromUnits(people), group: `${PROVINCE}科技合作代表团` }),
        plan,
      );
    default: {
      const { group, ...theme } = themes[plan.theme];
      return inProvince(sampleTrip({ ...theme, ...setting, group: shortName(unit) + group }), plan);
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
function inProvince(answers: Answers, plan: DemoCase): Answers {
  const city = CITIES.find(([key]) => plan.unit.startsWith(key) || plan.unit === `city-${key}`)?.[1];
  const text = JSON.stringify(answers)
    .replaceAll('某某省', PROVINCE)
    .replaceAll('某某市', city ?? '云泽市')
    .replaceAll('某某大学', '云泽大学')
    .replaceAll('"河北"', `"${PROVINCE.slice(0, -1)}"`);
  const named: Answers = JSON.parse(text);
  return named;
}
