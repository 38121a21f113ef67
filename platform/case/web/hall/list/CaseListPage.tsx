import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { readList } from '@zhitongche/contract/web';
import { Empty, Endless, LinkButton, PageHeader, SearchBox, VirtualRows } from '@zhitongche/ui';
import { CaseLine } from './CaseLine.tsx';
import './CaseListPage.css';

const TABS = [
  { status: '', label: '全部' },
  { status: 'draft', label: '草稿' },
  { status: 'correcting', label: '待修改' },
  { status: 'running', label: '办理中' },
  { status: 'completed', label: '已办结' },
] as const;

/** All my applications, newest first. */
export const CaseListPage = () => {
  const { q = '', status = '' } = useSearch({ from: '/signed-in/hall/cases' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(
    readList('myCases', { query: { limit: 50, ...(q ? { q } : {}), ...(status ? { status } : {}) } }),
  );
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  const search = (text: string): void =>
    void navigate({
      to: '/hall/cases',
      search: { ...(status ? { status } : {}), ...(text ? { q: text } : {}) },
      replace: true,
    });
  return (
    <>
      <PageHeader title="我的申报">
        <LinkButton to="/hall" variant="primary" icon="plus">
          新的申报
        </LinkButton>
      </PageHeader>
      <div className="case-list-tools">
        <nav className="tab-list" aria-label="按状态查看">
          {TABS.map((t) => (
            <Link
              key={t.status}
              to="/hall/cases"
              search={{ ...(t.status ? { status: t.status } : {}), ...(q ? { q } : {}) }}
              className="tab"
              activeOptions={{ exact: true }}
            >
              {t.label}
            </Link>
          ))}
        </nav>
        <SearchBox label="查团组、姓名、编号" value={q} onSearch={search} />
      </div>
      <Endless
        pages={list}
        shown={rows.length}
        total={list.data?.pages[0]?.total}
        none={
          q || status ? (
            <Empty icon="search" title="没有符合条件的申报" text="换个词或查看全部试试。">
              <LinkButton to="/hall/cases">查看全部</LinkButton>
            </Empty>
          ) : (
            <Empty
              icon="file"
              title="还没有申报"
              text="选择一个事项，看过指南就可以开始填写，随时可以停下，内容会自动保存。"
            >
              <LinkButton to="/hall" variant="primary">
                去选事项
              </LinkButton>
            </Empty>
          )
        }
      >
        <div className="case-lines">
          <VirtualRows
            label="我的申报"
            items={rows}
            keyOf={(r) => r.id}
            estimate={76}
            row={(r) => <CaseLine row={r} />}
          />
        </div>
      </Endless>
    </>
  );
};
