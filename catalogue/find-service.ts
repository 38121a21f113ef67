import { withFilingRules } from '@zhitongche/case';
import type { ServedService } from '@zhitongche/core/server';
import type { Duty, RegisterKind } from '@zhitongche/register';
import * as lines from './catalogue.ts';
import { type Entry, isDuty, isRegister, isService, type Line } from './entries.ts';

const loads: readonly Line[] = Object.values(lines);
const folders = await Promise.all(loads.map((load) => load()));
const entries: readonly Entry[] = folders.flatMap((folder) => Object.values(folder));
const defined = entries.filter(isService);
const rules = defined.flatMap(({ filing }) => filing ?? []);

/**
 * Every version of every service this build knows, each with what other folders ask of whoever files it: all loaded, for
 * tests and scripts.
 */
export const catalogue: readonly ServedService[] = defined.map((service) => withFilingRules(service, rules));

/** Every register that people keep. */
export const registers: readonly RegisterKind[] = entries.filter(isRegister);

/** Every duty that recurs. */
export const duties: readonly Duty[] = entries.filter(isDuty);

/** The service a case is pinned to; undefined when this build no longer knows it. */
export const serviceOf = (code: string, version: number): ServedService | undefined =>
  catalogue.find((service) => service.code === code && service.version === version);

/** The versions new cases are filed under: the latest of each service. */
export const currentServices = (): readonly ServedService[] =>
  catalogue.filter(
    (service) => !catalogue.some((other) => other.code === service.code && other.version > service.version),
  );
