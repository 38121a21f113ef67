import type { Reply } from '@zhitongche/contract/web';
import { DataTable, instantShort, usePhone } from '@zhitongche/ui';
import './Runtime.css';

/** Statements that took longer than they should, by kind; their texts are shown without any value. */
export const SlowStatements = ({ thresholdMs, statements }: Reply<'runtime'>['slow']) => {
  const phone = usePhone();
  return (
    <section className="stack" aria-labelledby="slow-title">
      <div>
        <h2 id="slow-title">慢语句</h2>
        <p className="soft">
          本进程最近 500 次用时不少于 {thresholdMs} 毫秒的数据库语句，按语句归并；不含任何具体内容。
        </p>
      </div>
      {statements.length === 0 ? (
        <p>启动以来没有慢语句。</p>
      ) : phone ? (
        <ul className="slow-cards" aria-label="慢语句">
          {statements.map((one) => (
            <li key={`${one.statement} ${one.digest}`} className="slow-statement">
              <code>{one.statement}</code>
              <span className="soft">
                {one.count} 次，最长 {one.maxMs} 毫秒，95% 在 {one.p95Ms} 毫秒以内，{instantShort(one.newest)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          label="慢语句"
          rows={statements}
          keyOf={(one) => `${one.statement} ${one.digest}`}
          columns={[
            {
              key: 'statement',
              label: '语句',
              cell: (one) => (
                <span className="slow-statement">
                  <code>{one.statement}</code>
                </span>
              ),
            },
            { key: 'count', label: '次数', figure: true, tight: true, cell: (one) => one.count },
            { key: 'max', label: '最长', figure: true, tight: true, cell: (one) => `${one.maxMs} 毫秒` },
            { key: 'p95', label: '95% 以内', figure: true, tight: true, cell: (one) => `${one.p95Ms} 毫秒` },
            { key: 'newest', label: '最近一次', tight: true, cell: (one) => instantShort(one.newest) },
            { key: 'digest', label: '特征码', tight: true, cell: (one) => <code>{one.digest}</code> },
          ]}
        />
      )}
    </section>
  );
};
