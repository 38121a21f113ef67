import { type Basis, blocking, type Problem } from '@zhitongche/base';
import type { Grant } from './access.ts';
import {
  ADMIN_ROLES,
  HOME_ROLES,
  isRole,
  type OrgKind,
  type Role,
  ROLES,
  roleLabel,
  roleDef,
} from './roles.ts';

/** What an office calls a role: a name and the codes it stands for. Those every office begins with stand for themselves. */
export interface OfficeRole {
  readonly role: string;
  readonly label: string;
  readonly codes: readonly Role[];
}

/** How keys of roles an office made begin; no code does. */
export const OWN_ROLE = 'own-';

/** Codes no role of an office's own may carry: the powers of the three administrators, and who asks for himself. */
export const FIXED_CODES: readonly Role[] = [...ADMIN_ROLES, 'applicant', 'visitor'];

/** The roles every office begins with: the platform's and those folders declared, each its own code; one held nowhere is none. */
export const builtInRoles = (): readonly OfficeRole[] =>
  Object.keys(ROLES)
    .filter(isRole)
    .filter((role) => roleDef(role).places.length > 0)
    .map((role) => ({ role, label: roleLabel(role), codes: [role] }));

/** Kinds of place where a role of these codes may be held: where each of them may. */
export const placesOf = (codes: readonly Role[]): readonly OrgKind[] => {
  const [first, ...others] = codes.map((code): readonly OrgKind[] => roleDef(code).places);
  return (first ?? []).filter((place) => others.every((places) => places.includes(place)));
};

/** Whether the grant of such a role reaches only the organisation it is held at; codes of one role agree in it. */
export const reachOf = (codes: readonly Role[]): 'home' | 'below' =>
  codes.some((code) => HOME_ROLES.includes(code)) ? 'home' : 'below';

/** A stored right with the role it names; null = a role every office begins with, or none. */
export interface HeldRole {
  readonly role: string;
  readonly org: string;
  readonly own: OfficeRole | null;
}

/** What rights come to: one grant for each code at each place, whatever the office calls the role. */
export const grantsOf = (held: readonly HeldRole[]): readonly Grant[] => {
  const grants = new Map<string, Grant>();
  for (const { role, org, own } of held)
    for (const code of own?.codes ?? (isRole(role) ? [role] : [])) {
      const key = `${code} ${org}`;
      // What is held nowhere is held by no row either, whoever wrote it.
      if (!grants.has(key) && roleDef(code).places.length > 0)
        grants.set(key, { role: code, org, ...(own === null ? {} : { called: own.label }) });
    }
  return [...grants.values()];
};

const ADMINISTRATORS: Basis = { title: 'GB/T 22239-2019', article: '8.1.4.2 d 管理用户权限分离' };
const DUTIES: Basis = {
  title: '财会〔2012〕21号《行政事业单位内部控制规范（试行）》',
  article: '第十二条第一项 不相容岗位相互分离',
};

const refused = (code: string, message: string, en: string, todo: string, basis?: Basis): Problem =>
  blocking(code, ['codes'], message, en, { todo, ...(basis ? { basis } : {}) });

const names = (codes: readonly Role[]): string => codes.map((code) => `“${roleLabel(code)}”`).join('、');

/** Why a role of an office's own may not stand for these codes; all objections at once. */
export function codeProblems(wanted: readonly string[]): readonly Problem[] {
  const codes = wanted.filter(isRole);
  if (codes.length === 0 || codes.length < wanted.length || new Set(codes).size < codes.length)
    return [
      refused(
        'role.codes',
        '请在所列的权限中选择，至少一项，每项一次。',
        'Choose at least one of the codes there are, each once.',
        '请重新选择。',
      ),
    ];
  const fixed = codes.filter((code) => FIXED_CODES.includes(code));
  if (fixed.length > 0)
    return [
      refused(
        'role.exclusive',
        `${names(fixed)}不能并入自设角色。`,
        'Powers of administrators and of applicants are no part of another role.',
        '请去掉该项，由内置角色授予。',
        ADMINISTRATORS,
      ),
    ];
  const home = codes.filter((code) => HOME_ROLES.includes(code));
  const above = codes.filter((code) => !home.includes(code));
  const signs = codes.filter((code) => code !== 'filer');
  if (home.length > 0 && above.length > 0)
    return [
      refused(
        'role.exclusive',
        `${names(home)}是申报单位的岗位，${names(above)}是外办的岗位，不能合为一个角色。`,
        'Posts of those who file and of those who decide are kept apart.',
        '请分设两个角色。',
        DUTIES,
      ),
    ];
  if (signs.length > 0 && signs.length < codes.length)
    return [
      refused(
        'role.exclusive',
        `${names(['filer'])}申报，${names(signs)}签署意见，不能合为一个角色。`,
        'Who files and who gives an opinion on it are kept apart.',
        '请分设两个角色。',
        DUTIES,
      ),
    ];
  if (placesOf(codes).length === 0)
    return [
      refused(
        'role.places',
        `${names(codes)}没有可以同设的机构。`,
        'There is no kind of place where all of them may be held.',
        '请分设角色，分别授予。',
      ),
    ];
  return [];
}
