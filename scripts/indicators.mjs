// How every published target of the catalogue of indicators is answered here today: `npm run indicators`.
import { indicatorCatalogue } from '../platform/budget/model/model/catalogue.ts';
import { askedQuestionnaires, countedMeasures } from '../catalogue/shelf.ts';
import { census } from '../platform/indicator/model/census.ts';

const WAYS = { computed: '由办件、台账计算', review: '需人复核', survey: '由问卷', evidence: '由证明材料' };
const measures = [
  ...(await countedMeasures()).flatMap((one) => one.measures),
  ...(await askedQuestionnaires()).map(({ code, who }) => ({
    code: `survey.${code}`,
    name: `${who.zh}满意度`,
    unit: '',
    sort: 'rate',
  })),
];
const all = census(indicatorCatalogue(), measures, '2024');
const of = (way, state) => all.filter((one) => one.proposal.way === way && one.state === state).length;

console.log(`公开文本中不同的指标行：${all.length}`);
for (const [way, name] of Object.entries(WAYS))
  console.log(
    `${name}：${of(way, 'live')}行可作答，${of(way, 'said-first')}行须先写明口径或占比，${of(way, 'waits')}行在等`,
  );
const list = (state, told) => {
  const own = all.filter((one) => one.state === state && /^(auto|semi)$/.test(one.line.automation));
  console.log(`\n标为 auto、semi 而${state === 'waits' ? '在等的' : '须先写明的'}：${own.length}行`);
  for (const one of own)
    console.log(`  ${one.line.project}｜${one.line.name}｜${one.line.raw}｜${one.line.source}：${told(one)}`);
};
list('said-first', ({ finding }) => `${finding.message}${finding.todo}`);
list('waits', ({ proposal }) => proposal.waits);
