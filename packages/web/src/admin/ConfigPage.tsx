import { useRead } from '../api/queries.ts';
import { Async } from '../ui/Async.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Whether everything the product needs to run is in order, and what to do where it is not. */
export const ConfigPage = () => {
  const query = useRead('configCheck', {}, { staleTime: 0 });
  return (
    <div className="admin-page">
      <PageHeader title="运行检查">
        <Button icon="refresh" pending={query.isFetching} onPress={() => void query.refetch()}>
          重新检查
        </Button>
      </PageHeader>
      <Async query={query}>
        {(lines) => (
          <DataTable
            label="运行检查"
            rows={lines}
            keyOf={(line) => line.item}
            columns={[
              { key: 'item', label: '项目', cell: (line) => line.item },
              {
                key: 'ok',
                label: '状况',
                cell: (line) => <Badge tone={line.ok ? 'ok' : 'danger'}>{line.ok ? '正常' : '需处理'}</Badge>,
              },
              { key: 'text', label: '说明', cell: (line) => line.text },
              { key: 'todo', label: '怎么办', cell: (line) => line.todo },
            ]}
          />
        )}
      </Async>
    </div>
  );
};
