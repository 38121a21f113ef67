import { catalogue, registers } from '@zhitongche/catalogue/find-service.ts';
import { lookupProviders } from '@zhitongche/core/server';
import { platformLookups } from '../src/extensions.ts';

/** Who answers what the services of the catalogue ask, whichever of them a test has. */
export const ALL_LOOKUPS = lookupProviders(catalogue, platformLookups(registers));
