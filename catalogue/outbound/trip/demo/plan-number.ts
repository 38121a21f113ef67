import type { DemoWorld } from '@zhitongche/core/server';
import { type TripPlan, tripPlans } from './plans.ts';
import { orgOf } from '../../../shared/demo/world.ts';

/** The number of the plan item a trip of the demo office does: year, unit, and its place among those of the unit. */
export const planNumberOf = (world: DemoWorld, plan: TripPlan, exit: string): string => {
  const own = tripPlans.filter(({ unit }) => unit === plan.unit);
  const unit = (orgOf(world, plan.unit)?.name ?? plan.unit)
    .replace('人民政府外事办公室', '外办')
    .slice(0, 20);
  return `${exit.slice(0, 4)}-${unit}-${String(own.indexOf(plan) + 1).padStart(2, '0')}`;
};
