import { type Role, UNIT_OPINIONS } from '@zhitongche/access';
import { referenceTables } from '@zhitongche/offices';
import { hashPassword } from '@zhitongche/account/server';
import type { App } from '@zhitongche/core/server';
import { insertOffice } from '../../src/first-run/insert-office.ts';
import { newId } from '@zhitongche/host';

/** Password of everybody in the office of the harnesses. */
export const PASSWORD = 'Harness-only-2026';

/** Units that file, each with `<unit>-filer`, `<unit>-signer` and its three departments, `<unit>-affairs` and so on. */
export const UNITS = ['unit1', 'unit2', 'unit3', 'unit4', 'unit5', 'unit6'] as const;

const STAFF: readonly (readonly [string, Role, string])[] = [
  ['window', 'window', 'root'],
  ['handler', 'handler', 'outbound'],
  ['head', 'division-head', 'outbound'],
  ['deputy', 'deputy-director', 'root'],
  ['finance', 'finance-officer', 'root'],
  ['passports', 'passport-officer', 'outbound'],
];

/** Everybody of the office: user name, role and place. */
export const PEOPLE: readonly (readonly [string, Role, string])[] = [
  ...STAFF,
  ...UNITS.flatMap((unit): readonly (readonly [string, Role, string])[] => [
    [`${unit}-filer`, 'filer', unit],
    [`${unit}-signer`, 'signer', unit],
    ...UNIT_OPINIONS.map((role) => [`${unit}-${role.slice('unit-'.length)}`, role, unit] as const),
  ]),
];

const NAME = '试验省人民政府外事办公室';

/** Fills an empty database with a small office whose trips need no panel; an office already there is left alone. */
export async function prepareOffice(app: App): Promise<void> {
  const { office } = app.config;
  const [known] = await app.db.query('select office from office where office = $1', [office]);
  if (known) return;
  const ids = new Map(['root', 'outbound', ...UNITS].map((key) => [key, newId()]));
  const idOf = (key: string): string => ids.get(key) ?? '';
  const root = idOf('root');
  const password = await hashPassword(PASSWORD);
  const sourced = { org: null, validFrom: '2000-01-01', source: '试验用设置' };
  await insertOffice(
    app,
    {
      code: office,
      name: NAME,
      demo: false,
      orgs: [
        { id: root, parent: null, kind: 'office', name: NAME },
        { id: idOf('outbound'), parent: root, kind: 'division', name: '出国审批处', code: 'outbound' },
        ...UNITS.map((unit, index) => ({
          id: idOf(unit),
          parent: root,
          kind: 'unit' as const,
          name: `第${index + 1}厅`,
        })),
      ],
      people: PEOPLE.map(([username, role, at]) => ({
        id: newId(),
        username,
        name: `${username}某`,
        org: idOf(at),
        at: idOf(at),
        roles: [role],
        password,
        mustChange: false,
      })),
      tables: referenceTables,
      letterheads: [{ org: root, name: NAME, mark: '试外', address: '试验路1号', phone: '' }],
      policies: [
        { ...sourced, key: 'login.totp-roles', value: [] },
        { ...sourced, key: 'outbound-trip.countersign', value: [] },
      ],
    },
    app.clock(),
  );
}
