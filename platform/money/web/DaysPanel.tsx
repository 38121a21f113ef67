import { Link, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { moneyText } from '@zhitongche/base';
import { upload, useRead } from '@zhitongche/contract/web';
import {
  Badge,
  dayText,
  Empty,
  ErrorState,
  FileDrop,
  messageOf,
  Skeleton,
  toast,
  useToday,
} from '@zhitongche/ui';
import { DaySheet } from './DaySheet.tsx';

/** 日结: days with money, the sheets of bank and port, and the day that is open. */
export const DaysPanel = () => {
  const { day } = useSearch({ from: '/signed-in/desk-shell/desk/money' });
  const today = useToday();
  const { data, error, refetch } = useRead('moneyDays', {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  const shown = day ?? data.findLast(({ closed }) => !closed)?.day ?? data[0]?.day ?? today;
  return (
    <div className="money-two">
      <section className="card stack" aria-labelledby="money-days">
        <h2 id="money-days">各日</h2>
        <Sheets />
        {data.length === 0 ? (
          <Empty icon="table" title="还没有收支" text="有缴费，或导入了流水之后，这里按日列出。" />
        ) : (
          <ul className="money-days">
            {data.map((one) => (
              <li key={one.day}>
                <Link
                  to="/desk/money"
                  search={{ tab: 'days', day: one.day }}
                  {...(one.day === shown ? { 'aria-current': 'date' } : {})}
                >
                  <span>{dayText(one.day)}</span>
                  <span className="soft">
                    入账 {moneyText(one.receipts)} 元，流水 {moneyText(one.told)} 元
                  </span>
                  <Badge tone={one.closed ? 'ok' : 'warn'}>{one.closed ? '已日结' : '未日结'}</Badge>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <DaySheet key={shown} day={shown} />
    </div>
  );
};

/** The sheets one brings in. */
const Sheets = () => {
  const client = useQueryClient();
  const take = async (source: 'bank' | 'port', file: File): Promise<void> => {
    try {
      const { fresh, known } = await upload('importDaySheet', { params: { source } }, file);
      toast(
        fresh === 0
          ? `没有新的流水：${known} 笔以前都已导入`
          : `导入 ${fresh} 笔${known > 0 ? `，${known} 笔以前已导入` : ''}`,
      );
      await client.invalidateQueries();
    } catch (error) {
      toast(messageOf(error), 'danger');
    }
  };
  return (
    <div className="stack">
      <FileDrop label="导入银行流水" accept=".csv,.xlsx" onFile={(file) => void take('bank', file)} />
      <FileDrop label="导入在线支付流水" accept=".csv,.xlsx" onFile={(file) => void take('port', file)} />
      <p className="soft">
        CSV 或 XLSX，有交易日期、流水号和收入、支出各列；同一份文件再导入一次，什么都不会变。
      </p>
    </div>
  );
};
