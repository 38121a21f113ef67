import { useRead } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Async, PageHeader, usePhone } from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';
import { OwnRoles } from './OwnRoles.tsx';
import { matrixOf, type RoleLine } from './role-matrix.ts';
import './RolesPage.css';

/** The office's own roles, and which role may call what, read from the product's own contract, with how many hold it. */
export const RolesPage = () => {
  const phone = usePhone();
  const edits = isAdmin(useMe(), 'security-admin');
  return (
    <div className="admin-page">
      <PageHeader
        title="角色权限"
        intro="由接口约定自动生成，不会与实际不符。人人登录后都可用的功能不在此列；能办哪些件由流程环节决定。"
      />
      <Async query={useRead('roleMatrix', {})}>
        {(roles) => {
          const active = roles.filter((one) => one.active);
          return (
            <>
              <OwnRoles roles={roles} edits={edits} />
              {phone ? <RoleList roles={active} /> : <RoleMatrix roles={active} />}
            </>
          );
        }}
      </Async>
    </div>
  );
};

const RoleMatrix = ({ roles }: { readonly roles: readonly RoleLine[] }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
  <section className="role-frame" aria-label="角色权限表" tabIndex={0}>
    <table className="role-matrix">
      <thead>
        <tr>
          <th scope="col" className="role-what">
            专有功能
          </th>
          {roles.map((role) => (
            <th key={role.role} scope="col" title={role.name}>
              <span className="role-name">{role.name}</span>
              <span className="role-people">{role.people} 人</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrixOf(roles).map((row) => (
          <tr key={row.address}>
            <th scope="row" className="role-what" title={row.address}>
              {row.summary}
            </th>
            {roles.map((role) => (
              <td key={role.role} className={row.roles.has(role.role) ? 'role-may' : undefined}>
                {row.roles.has(role.role) ? (
                  <>
                    <span aria-hidden="true">●</span>
                    <span className="visually-hidden">可以</span>
                  </>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const RoleList = ({ roles }: { readonly roles: readonly RoleLine[] }) => (
  <div className="stack stack-tight">
    {roles.map((role) => (
      <details key={role.role} className="card role-card">
        <summary>
          <strong>{role.name}</strong>
          <span className="soft">
            {' '}
            · {role.people} 人 · {role.endpoints.length} 项专有功能
          </span>
        </summary>
        {role.endpoints.length === 0 ? (
          <p className="soft">只使用人人可用的功能。</p>
        ) : (
          <ul>
            {matrixOf([role]).map((row) => (
              <li key={row.address}>{row.summary}</li>
            ))}
          </ul>
        )}
      </details>
    ))}
  </div>
);
