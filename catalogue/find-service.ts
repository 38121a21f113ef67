import type { Service } from '@zhitongche/case';
import * as services from './catalogue.ts';

/** Every version of every service this build knows. */
export const catalogue: readonly Service[] = Object.values(services);

/** The service a case is pinned to; undefined when this build no longer knows it. */
export const serviceOf = (code: string, version: number): Service | undefined =>
  catalogue.find((service) => service.code === code && service.version === version);

/** The versions new cases are filed under: the latest of each service. */
export const currentServices = (): readonly Service[] =>
  catalogue.filter(
    (service) => !catalogue.some((other) => other.code === service.code && other.version > service.version),
  );
