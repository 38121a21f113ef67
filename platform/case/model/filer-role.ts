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

/** True for a service a person files for himself: what one filed is no business of the others at the same place. */
export const filedByPersons = (service: Filed): boolean =>
  filerRoles(service).some((role) => role === 'applicant' || role === 'visitor');

/** The role that usually files a service: the seat of its applicant. */
export const filerRole = (service: Filed): Role => filerRoles(service)[0] ?? 'filer';
