import { type FilingRule, type Service, withFilingRules } from '@zhitongche/case';
import { again } from '@zhitongche/ui';

/** Loaders of the catalogue's folders by path, `…/<family>/<item>/index.ts`. */
type Folders = Readonly<Record<string, () => Promise<unknown>>>;
let folders: Folders = {};
let rules: Folders = {};

/** Says where this build keeps the definitions of its services, and what folders ask of whoever files any; told once, by the program. */
export const provideServices = (own: Folders, filing: Folders = {}): void => {
  folders = own;
  rules = filing;
};

/** What folders ask of whoever files. */
const filingRules = async (): Promise<readonly FilingRule[]> => {
  const loaded = await Promise.all(Object.values(rules).map((load) => again(load)));
  return loaded.flatMap((module) => Object.values(asRecord(module)).filter(isRule));
};

const isRule = (value: unknown): value is FilingRule =>
  typeof value === 'object' &&
  value !== null &&
  'applies' in value &&
  'checks' in value &&
  'lookups' in value;

/** The folder of a service or register: named by its code, with the family before it (`outbound/trip` is `outbound-trip`), or by how its code begins. */
const folderOf = (code: string): Folders[string] | undefined => {
  const paths = Object.keys(folders).map((path) => {
    const [item = '', family = ''] = path.split('/').slice(-3, -1).toReversed();
    return { path, item, full: `${family}-${item}` };
  });
  const own = paths.find(({ item, full }) => code === item || code === full);
  // What belongs together lies in one folder: `sticker-batch` beside `sticker`; of two that fit, the nearer one.
  const beside = paths.filter(({ item }) => code.startsWith(`${item}-`));
  const found = own ?? beside.sort((a, b) => b.item.length - a.item.length)[0];
  return found && folders[found.path];
};

/** Loads everything the folder of a code defines, one chunk per folder; empty where this build has no such folder. */
export const definitionsOf = async (code: string): Promise<readonly unknown[]> => {
  const load = folderOf(code);
  return load ? Object.values(asRecord(await again(load))) : [];
};

/**
 * Loads the definition of a service, the same functions the server runs; as its folder defines it.
 * @param version what a case is pinned to; absent = the latest.
 * @throws when this build does not know the service or no longer has that version.
 */
export const loadService = async (code: string, version?: number): Promise<Service> => {
  const service = (await definitionsOf(code))
    .filter((value): value is Service => isService(value) && value.code === code)
    .filter((value) => version === undefined || value.version === version)
    .reduce<Service | undefined>(
      (best, value) => (best && best.version > value.version ? best : value),
      undefined,
    );
  if (!service) throw new Error(`no service "${code}" version ${version ?? 'any'} in this build`);
  return withFilingRules(service, await filingRules());
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
