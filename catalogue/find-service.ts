import { withFilingRules } from '@zhitongche/case';
import type { ServedService } from '@zhitongche/core/server';
import type { RegisterKind } from '@zhitongche/register';
import * as lines from './catalogue.ts';

const entries: readonly (ServedService | RegisterKind)[] = Object.values(lines);

const isRegister = (entry: ServedService | RegisterKind): entry is RegisterKind =>
  'kind' in entry && entry.kind === 'register';

const defined = entries.filter((entry): entry is ServedService => !isRegister(entry));
const rules = defined.flatMap(({ filing }) => filing ?? []);

/** Every version of every service this build knows, each with what other folders ask of whoever files it. */
export const catalogue: readonly ServedService[] = defined.map((service) => withFilingRules(service, rules));

/** Every register that people keep. */
export const registers: readonly RegisterKind[] = entries.filter(isRegister);

/** The service a case is pinned to; undefined when this build no longer knows it. */
export const serviceOf = (code: string, version: number): ServedService | undefined =>
  catalogue.find((service) => service.code === code && service.version === version);

/** The versions new cases are filed under: the latest of each service. */
export const currentServices = (): readonly ServedService[] =>
  catalogue.filter(
    (service) => !catalogue.some((other) => other.code === service.code && other.version > service.version),
  );
