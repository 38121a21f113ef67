import Type from 'typebox';
import { endpoints } from './endpoint.ts';

const everyAdministrator = ['system-admin', 'security-admin', 'audit-admin'] as const;
const security = ['security-admin'] as const;

/** Roles: what each may do, and those an office makes of the codes there are. */
export const roleEndpoints = endpoints({
  roleMatrix: {
    method: 'GET',
    path: '/api/admin/roles',
    tag: '管理',
    summary: '角色权限矩阵',
    caller: everyAdministrator,
    reply: Type.Array(
      Type.Object({
        role: Type.String(),
        name: Type.String(),
        endpoints: Type.Array(Type.String()),
        people: Type.Integer(),
        /** Whether the office made it. */
        own: Type.Boolean(),
        active: Type.Boolean(),
        /** What it stands for; of roles every office begins with, itself. */
        codes: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
        /** Kinds of place it may be held at. */
        places: Type.Array(Type.String()),
        /** Whether its grant reaches only where it is held, or those below as well. */
        reach: Type.Union([Type.Literal('home'), Type.Literal('below')]),
        /** Whether a role of the office's own may stand for it. */
        joins: Type.Boolean(),
      }),
    ),
  },
  askRole: {
    method: 'POST',
    path: '/api/admin/roles',
    tag: '管理',
    summary: '自设角色或修改自设角色（须系统管理员确认）',
    caller: security,
    writes: true,
    body: Type.Object(
      {
        /** Absent = a new one. */
        role: Type.Optional(Type.String({ maxLength: 32 })),
        label: Type.String({ minLength: 1, maxLength: 30 }),
        codes: Type.Array(Type.String({ maxLength: 32 }), { maxItems: 20 }),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({ id: Type.String() }),
    problems: ['role.codes', 'role.exclusive', 'role.places', 'role.taken', 'role.label', 'role.not-found'],
  },
  retireRole: {
    method: 'DELETE',
    path: '/api/admin/roles/:role',
    tag: '管理',
    summary: '停用自设角色',
    caller: security,
    writes: true,
    params: Type.Object({ role: Type.String({ maxLength: 32 }) }),
    problems: ['role.not-found'],
  },
});
