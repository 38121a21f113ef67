import { type Change, type Disclosure, changesBetween } from '@zhitongche/budget';
import { useMemo } from 'react';
import { Empty } from '@zhitongche/ui';
import './ChangeList.css';

/** Changes shown before the rest is summed up. */
const MOST = 300;

/** What changed between two versions, cell by cell, under the sheet it belongs to. */
export const ChangeList = ({
  before,
  after,
}: {
  readonly before: Disclosure;
  readonly after: Disclosure;
}) => {
  const changes = useMemo(() => changesBetween(before, after), [before, after]);
  if (changes.length === 0) return <Empty icon="check-circle" title="内容没有变化" />;
  const sheets = new Map<string, Change[]>();
  for (const change of changes.slice(0, MOST))
    sheets.set(change.title, [...(sheets.get(change.title) ?? []), change]);
  return (
    <div className="stack">
      <p className="soft">共{changes.length}处变化。</p>
      {[...sheets].map(([title, own]) => (
        <section key={title} className="stack stack-tight" aria-label={title}>
          <h4>{title}</h4>
          <table className="change-table">
            <thead>
              <tr>
                <th scope="col">行</th>
                <th scope="col">栏</th>
                <th scope="col">原来</th>
                <th scope="col">现在</th>
              </tr>
            </thead>
            <tbody>
              {own.map((change, at) => (
                <tr key={at}>
                  <th scope="row">{change.row}</th>
                  <td>{change.column ?? '整行'}</td>
                  <td className="change-before">{change.before ?? '空白'}</td>
                  <td className="change-after">{change.after ?? '空白'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {changes.length > MOST ? <p className="soft">其余{changes.length - MOST}处没有列出。</p> : null}
    </div>
  );
};
