import { dayInShanghai } from '@zhitongche/base';
import type { DemoAct, DemoStory, DemoWorld } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { SampleRow } from '@zhitongche/register';
import { sampleUpload } from '../../../shared/sample-upload.ts';
import { type TripPlan, tripPlans } from './plans.ts';
import { plannedRows } from './planned.ts';
import { type Scene, sceneOf, type Scripted } from './scene.ts';
import { scriptOf } from './script.ts';
import { timesOf } from './times.ts';
import { holderOf } from '../../../shared/demo/world.ts';

const HALF_AN_HOUR = 1_800_000;

/** A draft as people leave it: who and where are told, money and papers are not. */
const UNTOLD = ['fares', 'otherFees', 'publicity', 'budgetForm', 'translation', 'programme'];

/** Every trip of the demo office, with its acts up to where it stands. */
export const stories = (world: DemoWorld): readonly DemoStory[] =>
  tripPlans.map((plan) => storyOf(world, plan));

/** Rows the stories rest on: the plan of the year that the trips do. */
export const rows = (world: DemoWorld): Readonly<Record<string, readonly SampleRow[]>> => ({
  'annual-plan': plannedRows(
    world,
    tripPlans.map((plan) => asFiled(world, plan)),
  ),
});

/** A trip as it was filed: answers speak of days, so they are those of the day of filing. */
function asFiled(world: DemoWorld, plan: TripPlan): Scene {
  const { now, calendar } = world;
  const guess = scriptOf(sceneOf(world, plan, dayInShanghai(now.toISOString())));
  const [filed = new Date(now.getTime() - 2 * HALF_AN_HOUR)] = timesOf(plan, guess, calendar, now);
  return sceneOf(world, plan, dayInShanghai(filed.toISOString()));
}

function storyOf(world: DemoWorld, plan: TripPlan): DemoStory {
  const { now, calendar } = world;
  const scene = asFiled(world, plan);
  const script = scriptOf(scene);
  const times = timesOf(plan, script, calendar, now);
  const at = (index: number): Date => times[index] ?? now;
  return {
    key: plan.key,
    service: 'outbound-trip',
    filer: holderOf(world, plan.unit, 'filer'),
    begunAt: new Date((times[0]?.getTime() ?? now.getTime() - 2 * HALF_AN_HOUR) - HALF_AN_HOUR),
    ...(plan.until === 'draft' ? { draft: halfFilled(scene.answers) } : {}),
    acts: script.map((one, index) => ({
      at: at(index),
      by: one.by,
      command: commandOf(scene, one.command, dayInShanghai(at(index).toISOString())),
      ...(one.as === undefined ? {} : { as: one.as }),
      ...(plan.until === 'issuing' && index === script.length - 1 ? { leavesPapers: true } : {}),
    })),
  };
}

const halfFilled = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !UNTOLD.includes(key)));

function commandOf(
  { world, plan, answers }: Scene,
  command: Scripted['command'],
  date: string,
): DemoAct['command'] {
  switch (command) {
    case 'file':
      return { act: 'submit', answers };
    case 'rate':
      return { rate: plan.rating ?? [5] };
    case 'clear':
      return {
        act: 'filed',
        data: {
          authority: `中共${world.province}委组织部（演示）`,
          number: '云组外备〔演示〕1号',
          date,
          scan: sampleUpload('clearance', '人员备案表'),
        },
      };
    case 'reply':
      return {
        act: 'report',
        reply: {
          result: 'approved',
          number: '云办函〔演示〕1号',
          date,
          authority: `${world.province}人民政府办公厅（演示）`,
        },
      };
    default:
      return command;
  }
}
