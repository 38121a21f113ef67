import { problemsOf } from '@zhitongche/case';
import { runChecks } from '../../../../platform/case/model/run-checks.ts';
import type { Answers } from '@zhitongche/form';
import type { Json, Problem } from '@zhitongche/base';
import type { World } from '@zhitongche/case/testing';
import { contextOf } from '../../../shared/testing/context.ts';
import { tripForm } from '../form.ts';
import { outboundTrip } from '../index.ts';
import { policies } from '../policy.ts';
import { rules } from '../rules/index.ts';
import { ownDelegation } from '../samples.ts';

/** The day on which the stories of this service happen: a Monday, an ordinary working day. */
export const TODAY = '2026-03-02';

/** What the named rule finds in these answers, however little else is filled in. */
export const found = (code: string, answers: Answers, given: World = {}): readonly Problem[] =>
  runChecks(
    rules.filter((check) => check.code === code),
    tripForm,
    answers,
    contextOf(policies, { today: TODAY, ...given }),
  );

/** Everything wrong with a whole filing. */
export const problems = (answers: Answers, given: World = {}): readonly Problem[] =>
  problemsOf(outboundTrip, answers, contextOf(policies, { today: TODAY, ...given }));

/** The six-person trip of the first story, with some answers replaced. */
export const trip = (more: Answers = {}): Answers => ({ ...ownDelegation({ today: TODAY }), ...more });

/** That many rows which say nothing but what is given. */
export const rows = (count: number, row: { readonly [key: string]: Json } = {}): Json =>
  Array.from({ length: count }, () => row);

/** Stops in these countries, not in transit. */
export const stops = (...countries: readonly string[]): Json =>
  countries.map((country) => ({ country, transit: false }));
