import { useRead } from '../api/queries.ts';
import { Async } from '../ui/Async.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Which role may call what, read from the product's own contract, and how many hold it. */
export const RolesPage = () => (
  <div className="admin-page">
    <PageHeader
      title="角色权限"
      intro="由接口约定自动生成，不会与实际不符。人人登录后都可用的功能不在此列。"
    />
    <Async query={useRead('roleMatrix', {})}>
      {(roles) => (
        <div className="stack stack-tight">
          {roles.map((role) => (
            <details key={role.role} className="card">
              <summary>
                <strong>{role.name}</strong>
                <span className="soft">
                  {' '}
                  · {role.people} 人 · {role.endpoints.length} 项专有功能
                </span>
              </summary>
              {role.endpoints.length === 0 ? (
                <p className="soft">只使用人人可用的功能；能办哪些件由流程环节决定。</p>
              ) : (
                <ul>
                  {role.endpoints.map((endpoint) => (
                    <li key={endpoint}>
                      <code>{endpoint}</code>
                    </li>
                  ))}
                </ul>
              )}
            </details>
          ))}
        </div>
      )}
    </Async>
  </div>
);
