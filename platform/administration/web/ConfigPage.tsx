import { useRead } from '@zhitongche/contract/web';
import { Async, Badge, Button, DataTable, PageHeader } from '@zhitongche/ui';
import { Runtime } from './Runtime.tsx';
import { SlowStatements } from './SlowStatements.tsx';

/** A process that is looked at changes while one looks. */
const AGAIN = 10_000;

/** Whether everything the product needs to run is in order, how this process fares now, and what to do where it is not well. */
export const ConfigPage = () => {
  const checks = useRead('configCheck', {}, { staleTime: 0 });
  const runtime = useRead('runtime', {}, { staleTime: 0, refetchInterval: AGAIN });
  const again = () => {
    void checks.refetch();
    void runtime.refetch();
  };
  return (
    <div className="admin-page stack stack-wide">
      <PageHeader title="运行检查">
        <Button icon="refresh" pending={checks.isFetching} onPress={again}>
          重新检查
        </Button>
      </PageHeader>
      <section className="stack" aria-labelledby="checks-title">
        <h2 id="checks-title">配置</h2>
        <Async query={checks}>
          {(lines) => (
            <DataTable
              label="配置"
              rows={lines}
              keyOf={(line) => line.item}
              columns={[
                { key: 'item', label: '项目', tight: true, cell: (line) => line.item },
                {
                  key: 'ok',
                  label: '状况',
                  tight: true,
                  cell: (line) => (
                    <Badge tone={line.ok ? 'ok' : 'danger'}>{line.ok ? '正常' : '需处理'}</Badge>
                  ),
                },
                { key: 'text', label: '说明', cell: (line) => line.text },
                { key: 'todo', label: '怎么办', cell: (line) => line.todo || '—' },
              ]}
            />
          )}
        </Async>
      </section>
      <Async query={runtime}>
        {(now) => (
          <>
            <Runtime now={now} />
            <SlowStatements {...now.slow} />
          </>
        )}
      </Async>
    </div>
  );
};
