import type { Role } from '@zhitongche/access';
import { addDays } from '@zhitongche/base';
import type { CommandShape } from '@zhitongche/contract';
import type { DemoWorld } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { answersOf } from './answers.ts';
import type { TripPlan } from './plans.ts';
import { cityOf } from '../../../shared/demo/world.ts';

/** What the script of a trip may look at. */
export interface Scene {
  readonly world: DemoWorld;
  readonly plan: TripPlan;
  /** Key of the city office the unit belongs to; undefined for provincial units. */
  readonly city: string | undefined;
  /** Whether that city office decides itself. */
  readonly delegated: boolean;
  /** Answers it is filed with. */
  readonly answers: Answers;
  readonly departure: string;
  readonly back: string;
}

/** One act of a script. */
export interface Scripted {
  /** User name of whoever acts. */
  readonly by: string;
  readonly command: CommandShape | 'file' | 'clear' | 'reply' | 'rate';
  /** The post whose seat is taken, where one person may hold several. */
  readonly as?: Role;
  /** Part of the road it belongs to: the clock of each is laid out by itself. */
  readonly part: 'before' | 'office' | 'request' | 'after';
  /** Not before this day. */
  readonly notBefore?: string;
}

/** The trip as it was filed on a day: its answers speak of days. */
export function sceneOf(world: DemoWorld, plan: TripPlan, filed: string): Scene {
  const city = cityOf(world, plan.unit);
  const answers = answersOf(world, plan, filed);
  const day = (value: unknown): string => (typeof value === 'string' ? value : addDays(filed, plan.leaveIn));
  return {
    world,
    plan,
    city,
    delegated: city !== undefined && world.policy('outbound-trip.city-delegated', city) === true,
    answers,
    departure: day(answers.exitDate),
    back: day(answers.entryDate),
  };
}
