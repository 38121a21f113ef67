import type { ServedService } from '@zhitongche/core/server';
import * as services from './catalogue.ts';

/** Every version of every service this build knows. */
export const catalogue: readonly ServedService[] = Object.values(services);

/** The service a case is pinned to; undefined when this build no longer knows it. */
export const serviceOf = (code: string, version: number): ServedService | undefined =>
  catalogue.find((service) => service.code === code && service.version === version);

/** The versions new cases are filed under: the latest of each service. */
export const currentServices = (): readonly ServedService[] =>
  catalogue.filter(
    (service) => !catalogue.some((other) => other.code === service.code && other.version > service.version),
  );
