import type { CheckContext } from '@zhitongche/case';
import type { PolicyDef } from '@zhitongche/office';
import { sampleContext, type World } from '@zhitongche/case/testing';
import { TABLES } from './tables.ts';

/** The world of the stories with the reference rows they need; tables given by name replace the shipped ones. */
export const worldOf = (world: World = {}): World => ({ ...world, tables: { ...TABLES, ...world.tables } });

/** A context with the official calendar, the default figures and hand-copied reference rows. */
export const contextOf = (policies: readonly PolicyDef[], world: World = {}): CheckContext =>
  sampleContext(policies, worldOf(world));
