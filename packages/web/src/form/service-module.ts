import type { Service } from '@zhitongche/kernel';
import { again } from '../ui/again.ts';

const folders: Readonly<Record<string, () => Promise<unknown>>> = import.meta.glob(
  '../../../services/src/*/index.ts',
);

/**
 * Loads the definition of a service, the same functions the server runs; one chunk per service folder.
 * @param version what a case is pinned to; absent = the latest.
 * @throws when this build does not know the service or no longer has that version.
 */
export const loadService = async (code: string, version?: number): Promise<Service> => {
  const load = folders[`../../../services/src/${code}/index.ts`];
  const exported = load ? Object.values(asRecord(await again(load))) : [];
  const service = exported
    .filter((value): value is Service => isService(value) && value.code === code)
    .filter((value) => version === undefined || value.version === version)
    .reduce<Service | undefined>(
      (best, value) => (best && best.version > value.version ? best : value),
      undefined,
    );
  if (!service) throw new Error(`no service "${code}" version ${version ?? 'any'} in this build`);
  return service;
};

const asRecord = (module: unknown): Readonly<Record<string, unknown>> =>
  typeof module === 'object' && module !== null ? { ...module } : {};

const isService = (value: unknown): value is Service =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'form' in value &&
  'flow' in value &&
  'guide' in value;
