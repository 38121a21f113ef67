import type { Org, Role } from '@zhitongche/access';
import { referenceTables } from '@zhitongche/offices';
import { hashPassword } from '@zhitongche/account/server';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { insertOffice } from '../../apps/server/src/first-run/insert-office.ts';
import { newId } from '@zhitongche/host';

/** An office made for measuring: its people by user name. */
export interface BenchOffice {
  readonly code: string;
  readonly actors: ReadonlyMap<string, OfficeActor>;
  /** Units that file, each with `<unit>-filer` and `<unit>-signer`. */
  readonly units: readonly string[];
  /** Stored ids of organisations by their keys here. */
  readonly orgs: ReadonlyMap<string, string>;
}

/** What a run decides about its office. */
export interface BenchOfficeOptions {
  readonly code: string;
  readonly name: string;
  readonly units: number;
  /** Policy rows besides those a run always needs; the value in force from the first day on. */
  readonly policies?: Readonly<Record<string, readonly string[] | number | boolean>>;
}

/** Password of everybody in a bench office; satisfies the rules for passwords. */
export const PASSWORD = 'Bench-only-2026';

const STAFF: readonly (readonly [string, Role, string])[] = [
  ['window', 'window', 'root'],
  ['handler', 'handler', 'outbound'],
  ['head', 'division-head', 'outbound'],
  ['security', 'countersigner', 'security'],
  ['finance', 'countersigner', 'finance'],
  ['deputy', 'deputy-director', 'root'],
  ['director', 'director', 'root'],
  ['passports', 'passport-officer', 'root'],
];

const DIVISIONS: readonly (readonly [string, string])[] = [
  ['outbound', '出国审批处'],
  ['security', '安全保密处'],
  ['finance', '财务处'],
];

interface Person {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly org: string;
}

/** Inserts the office as the console would and gives its people as the log-in would know them. */
export async function makeOffice(app: App, options: BenchOfficeOptions): Promise<BenchOffice> {
  const units = Array.from({ length: options.units }, (_, index) => `unit${index + 1}`);
  const ids = new Map(['root', ...DIVISIONS.map(([key]) => key), ...units].map((key) => [key, newId()]));
  const idOf = (key: string): string => ids.get(key) ?? '';
  const kind = (key: string): Org['kind'] => (key.startsWith('unit') ? 'unit' : 'division');
  const root = idOf('root');
  const below = [...DIVISIONS, ...units.map((unit) => [unit, `第${unit.slice(4)}厅`] as const)];
  const people: readonly Person[] = [
    ...STAFF.map(([username, role, at]) => ({ username, name: `${username}员`, role, org: idOf(at) })),
    ...units.flatMap((unit): readonly Person[] => [
      { username: `${unit}-filer`, name: `${unit}经办`, role: 'filer', org: idOf(unit) },
      { username: `${unit}-signer`, name: `${unit}领导`, role: 'signer', org: idOf(unit) },
    ]),
  ];
  const persons = people.map((person) => ({ id: newId(), ...person }));
  const password = await hashPassword(PASSWORD);
  await insertOffice(
    app,
    {
      code: options.code,
      name: options.name,
      demo: false,
      orgs: [
        { id: root, parent: null, kind: 'office', name: options.name },
        ...below.map(([key, name]) => ({
          id: idOf(key),
          parent: root,
          kind: kind(key),
          name,
          ...(key.startsWith('unit') ? {} : { code: key }),
        })),
      ],
      people: persons.map(({ role, ...person }) => ({
        ...person,
        at: person.org,
        roles: [role],
        password,
        mustChange: false,
      })),
      tables: referenceTables,
      letterheads: [{ org: root, name: options.name, mark: '测外', address: '测量路1号', phone: '' }],
      policies: Object.entries({ 'login.totp-roles': [], ...options.policies }).map(([key, value]) => ({
        key,
        org: null,
        value,
        validFrom: '2000-01-01',
        source: '测量用设置',
      })),
    },
    app.clock(),
  );
  const actors = persons.map(({ id, username, name, role, org }): [string, OfficeActor] => [
    username,
    { office: options.code, source: '127.0.0.1', id, name, org, grants: [{ role, org }], standsInFor: [] },
  ]);
  return { code: options.code, actors: new Map(actors), units, orgs: ids };
}

/** The office of an earlier run in the same folder; null when there is none. */
export async function findOffice(app: App, code: string): Promise<BenchOffice | null> {
  const people = await app.db.query<{ username: string; id: string; name: string; org: string; role: Role }>(
    `select p.username, p.id, p.name, p.org, g.role from person p join role_grant g on g.office = p.office and g.person = p.id
     where p.office = $1`,
    [code],
  );
  if (people.length === 0) return null;
  const actors = people.map(({ username, id, name, org, role }): [string, OfficeActor] => [
    username,
    { office: code, source: '127.0.0.1', id, name, org, grants: [{ role, org }], standsInFor: [] },
  ]);
  const filers = people.filter((person) => person.username.endsWith('-filer'));
  const orgs = filers.map(({ username, org }): [string, string] => [username.slice(0, -6), org]);
  return { code, actors: new Map(actors), units: orgs.map(([unit]) => unit).toSorted(), orgs: new Map(orgs) };
}

/** Somebody of the office; a name nobody has is a mistake of the bench. */
export function actorOf(office: BenchOffice, username: string): OfficeActor {
  const actor = office.actors.get(username);
  if (!actor) throw new Error(`Nobody in ${office.code} is called ${username}`);
  return actor;
}
