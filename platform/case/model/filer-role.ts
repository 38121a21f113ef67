import type { OrgKind, Role } from '@zhitongche/access';
import type { Service } from './service.ts';

type Audience = Service['audience'][number];

/** What of a service says who files it. */
export type Filed = Pick<Service, 'audience' | 'filedBy'>;

/** Who files for an audience: the role, unless the service names another, and the kinds of place it is held at. */
export const FILERS: Readonly<Record<Audience, { readonly role: Role; readonly at: readonly OrgKind[] }>> = {
  // Divisions and city offices file for themselves as units do.
  unit: { role: 'filer', at: ['unit', 'division', 'city-office', 'office'] },
  enterprise: { role: 'filer', at: ['enterprise'] },
  citizen: { role: 'applicant', at: ['unit', 'enterprise', 'division', 'city-office', 'office'] },
  // Who belongs to no unit files at the office itself, see docs/decisions/public-accounts.md.
  public: { role: 'visitor', at: ['office'] },
};

/** Roles that file a service, the usual one first. */
export const filerRoles = ({ audience, filedBy }: Filed): readonly Role[] =>
  filedBy ? [filedBy] : [...new Set(audience.map((kind) => FILERS[kind].role))];

const OF_PERSONS: ReadonlySet<Role> = new Set(['applicant', 'visitor']);

/**
 * Where what one filed is no business of the others at the same place: wherever persons of units file for themselves; of what the
 * public files only at the office itself, where nobody of a unit does.
 */
export type OwnAt = 'nowhere' | 'office' | 'anywhere';

/** See {@link OwnAt}. */
export const ownAt = (service: Filed): OwnAt => {
  const roles = filerRoles(service);
  if (roles.includes('applicant')) return 'anywhere';
  return roles.includes('visitor') ? 'office' : 'nowhere';
};

/** Codes of the services whose cases are the filer's own there and no unit's. */
export const ownServices = (
  services: readonly (Filed & Pick<Service, 'code'>)[],
  at: Exclude<OwnAt, 'nowhere'>,
): readonly string[] => [
  ...new Set(services.filter((service) => ownAt(service) === at).map(({ code }) => code)),
];

/** The unit a case was filed for, and the office above it. */
export interface FiledAt {
  readonly unit: string;
  readonly office: string;
}

/** True for a case a person filed for himself: what one filed is no business of the others at the same place. */
export const filedByPerson = (service: Filed, { unit, office }: FiledAt): boolean => {
  const own = ownAt(service);
  return own === 'anywhere' || (own === 'office' && unit === office);
};

/** The role that usually files a service: the seat of its applicant, and of his colleagues where he has any. */
export const filerRole = (service: Filed): Role => {
  const roles = filerRoles(service);
  return roles.find((role) => !OF_PERSONS.has(role)) ?? roles[0] ?? 'filer';
};
