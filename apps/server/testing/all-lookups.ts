import { catalogue, registers } from '@zhitongche/catalogue/find-service.ts';
import { lookupProviders } from '@zhitongche/core/server';
import { platformLookups } from '../src/extensions.ts';
import type { RegisterKind } from '@zhitongche/register';

/** Who answers what the services of the catalogue ask, whichever of them a test has. */
export const ALL_LOOKUPS = lookupProviders(catalogue, platformLookups(registers));

/** The same for an office that keeps other registers. */
export const lookupsWith = (own: readonly RegisterKind[]) => lookupProviders(catalogue, platformLookups(own));
