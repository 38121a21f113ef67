import { withFilingRules } from '@zhitongche/case';
import type { ServedService } from '@zhitongche/core/server';
import type { Measures } from '@zhitongche/measure';
import type { RegisterKind } from '@zhitongche/register';
import * as lines from './catalogue.ts';

type Entry = ServedService | RegisterKind | Measures;

const entries: readonly Entry[] = Object.values(lines);

const isRegister = (entry: Entry): entry is RegisterKind => 'kind' in entry && entry.kind === 'register';
const isMeasures = (entry: Entry): entry is Measures =>
  'kind' in entry && (entry.kind === 'row-measures' || entry.kind === 'case-measures');

const defined = entries.filter((entry): entry is ServedService => !isRegister(entry) && !isMeasures(entry));
const rules = defined.flatMap(({ filing }) => filing ?? []);

/** Every version of every service this build knows, each with what other folders ask of whoever files it. */
export const catalogue: readonly ServedService[] = defined.map((service) => withFilingRules(service, rules));

/** Every register that people keep. */
export const registers: readonly RegisterKind[] = entries.filter(isRegister);

/** What the cases and rows of the office are counted for. */
export const measures: readonly Measures[] = entries.filter(isMeasures);

/** The service a case is pinned to; undefined when this build no longer knows it. */
export const serviceOf = (code: string, version: number): ServedService | undefined =>
  catalogue.find((service) => service.code === code && service.version === version);

/** The versions new cases are filed under: the latest of each service. */
export const currentServices = (): readonly ServedService[] =>
  catalogue.filter(
    (service) => !catalogue.some((other) => other.code === service.code && other.version > service.version),
  );
