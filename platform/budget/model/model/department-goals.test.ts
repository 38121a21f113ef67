import { expect, test } from 'vitest';
import { fixtureBytes, readFixture } from '../testing.ts';
import { departmentGoals } from './department-goals.ts';

interface Published {
  readonly department_goals: {
    readonly items: readonly {
      readonly name: string;
      readonly goal: string;
      readonly indicators: readonly {
        readonly target: { operator: string; value: string | null; unit: string | null };
      }[];
    }[];
  };
}

test('the three goals of 河北省外办 and their 24 targets, in order', async () => {
  const published: Published = JSON.parse(new TextDecoder().decode(fixtureBytes('hebei-fao-2024.json')));
  const goals = departmentGoals((await readFixture('hebei-fao-2024')).model);
  const brief = (target: { operator: string; value: string | null; unit: string | null }) => [
    target.operator,
    target.value,
    target.unit,
  ];
  expect(goals.map((goal) => [goal.name, goal.goal])).toEqual(
    published.department_goals.items.map((item) => [item.name, item.goal]),
  );
  expect(goals.map((goal) => goal.indicators.map(({ target }) => brief(target)))).toEqual(
    published.department_goals.items.map((item) => item.indicators.map(({ target }) => brief(target))),
  );
  expect(goals.flatMap((goal) => goal.indicators)).toHaveLength(24);
});

test('石家庄市外办 words two goals with two targets each', async () => {
  const goals = departmentGoals((await readFixture('shijiazhuang-fao-2024')).model);
  expect(goals.map((goal) => goal.name)).toEqual(['增强涉外管理能力', '增强重大涉外活动服务保障能力']);
  expect(goals[1]?.indicators.map(({ target }) => [target.operator, target.value, target.unit])).toEqual([
    ['≥', '9', '次'],
    ['≥', '6', '次'],
  ]);
});
