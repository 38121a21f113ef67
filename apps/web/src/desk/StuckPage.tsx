import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call, useRead, type Reply } from '@zhitongche/contract/web';
import {
  messageOf,
  Badge,
  Button,
  Empty,
  ErrorState,
  LinkButton,
  PageHeader,
  Skeleton,
  toast,
  instantShort,
} from '@zhitongche/ui';
import './StuckPage.css';

type Stuck = Reply<'stuckPapers'>[number];

/** Papers that should be there and are not, each with the reason and a way to try again. */
export const StuckPage = () => {
  const { data, error, refetch, isFetching } = useRead('stuckPapers', {}, { refetchInterval: 30_000 });
  return (
    <div className="desk-page">
      <PageHeader
        title="待出证"
        intro="已经批准、文书还没有出来的件。失败的写明原因，处理后重试即可，办件不会丢。"
      >
        <Button icon="refresh" pending={isFetching} onPress={() => void refetch()}>
          刷新
        </Button>
      </PageHeader>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton lines={5} shape="rows" />
      ) : data.length === 0 ? (
        <Empty icon="check-circle" title="没有待出的文书" text="批准后的文书都已出具。" />
      ) : (
        <ul className="stuck-list">
          {data.map((item) => (
            <StuckItem key={`${item.case.id} ${item.paper}`} item={item} onDone={() => void refetch()} />
          ))}
        </ul>
      )}
    </div>
  );
};

const StuckItem = ({ item, onDone }: { readonly item: Stuck; readonly onDone: () => void }) => {
  const [busy, setBusy] = useState(false);
  const failed = item.status === 'failed';
  const retry = async (): Promise<void> => {
    setBusy(true);
    try {
      await call('act', {
        params: { case: item.case.id },
        body: { revision: item.case.revision, command: { act: 'retry', paper: item.paper } },
      });
      toast(`已重新出具“${item.title}”，完成后会从这里消失。`, 'info');
    } catch (error) {
      toast(messageOf(error), 'danger');
    } finally {
      setBusy(false);
      onDone();
    }
  };
  return (
    <li className="stuck-item">
      <div className="grow">
        <p>
          <strong>{item.title}</strong>{' '}
          <Badge tone={failed ? 'danger' : 'info'}>{failed ? '失败' : '排队中'}</Badge>
        </p>
        <p>
          <Link to="/desk/cases/$case" params={{ case: item.case.id }}>
            {item.case.title}
          </Link>
          <span className="soft"> · {item.case.unit}</span>
        </p>
        {item.problem === null ? null : <p className="stuck-why">{item.problem}</p>}
        <p className="soft">
          自 {instantShort(item.since)}，试过 {item.attempts} 次
        </p>
      </div>
      {item.undrawn.length > 0 ? (
        <LinkButton to="/desk/cases/$case" params={{ case: item.case.id }}>
          去办件中改写
        </LinkButton>
      ) : failed ? (
        <Button icon="refresh" pending={busy} onPress={() => void retry()}>
          重试
        </Button>
      ) : null}
    </li>
  );
};
