import { useState } from 'react';
import { useRead } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Async, Badge, Button, IconButton, Empty, PageHeader, SearchBox } from '@zhitongche/ui';
import { isAdmin } from '../admin-rooms.ts';
import { layOutOrgs, ORG_KINDS, type OrgRow, visibleOrgs } from './org-tree.ts';
import { OrgDialog } from './OrgDialog.tsx';
import './OrgsPage.css';

/** The tree of organisations; the system administrator adds and changes them. */
export const OrgsPage = () => {
  const me = useMe();
  const query = useRead('orgs', {});
  const [q, setQ] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<{ org: OrgRow | null; parent: string } | null>(null);
  const edits = isAdmin(me, 'system-admin');
  const fold = (id: string): void => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  };
  return (
    <div className="admin-page">
      <PageHeader title="机构" intro="办件会记住当时的机构，所以机构只停用、不删除。" />
      <div className="admin-tools">
        <SearchBox label="搜索机构名称或代码" value={q} onSearch={setQ} hotkey />
      </div>
      <Async query={query}>
        {(orgs) => {
          const nodes = visibleOrgs(layOutOrgs(orgs), folded, q);
          return nodes.length === 0 ? (
            <Empty icon="search" title={`没有找到“${q}”`} />
          ) : (
            <ul className="org-tree">
              {nodes.map(({ org, depth, peopleBelow, children }) => (
                <li key={org.id} className={`org-line org-depth-${Math.min(depth, 4)}`}>
                  {children > 0 ? (
                    <IconButton
                      icon={folded.has(org.id) ? 'chevron-right' : 'chevron-down'}
                      size="small"
                      label={`${folded.has(org.id) ? '展开' : '收起'}${org.name}`}
                      aria-expanded={!folded.has(org.id)}
                      onPress={() => fold(org.id)}
                    />
                  ) : (
                    <span className="org-leaf" />
                  )}
                  <span className="grow">
                    {org.name} <span className="soft">{ORG_KINDS[org.kind] ?? org.kind}</span>{' '}
                    {org.code === null ? null : <code>{org.code}</code>}{' '}
                    {org.active ? null : <Badge>已停用</Badge>}
                  </span>
                  <span className="soft">{peopleBelow} 人</span>
                  {edits ? (
                    <>
                      <Button
                        size="small"
                        variant="quiet"
                        onPress={() => setEditing({ org, parent: org.parent ?? org.id })}
                      >
                        修改
                      </Button>
                      <Button
                        size="small"
                        variant="quiet"
                        icon="plus"
                        onPress={() => setEditing({ org: null, parent: org.id })}
                      >
                        下级
                      </Button>
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
          );
        }}
      </Async>
      {editing === null || query.data === undefined ? null : (
        <OrgDialog
          orgs={query.data}
          org={editing.org}
          parent={editing.parent}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
};
