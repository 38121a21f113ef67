import { type Disclosure, sheetsOf } from '@zhitongche/budget';
import { useMemo, useState } from 'react';
import { urlOf } from '@zhitongche/contract/web';
import { amountText, DownloadButton } from '@zhitongche/ui';

/** Tables and goal forms as printed, one at a time, each to download. */
export const PrintedSheets = ({ id, model }: { readonly id: string; readonly model: Disclosure }) => {
  const sheets = useMemo(
    () => sheetsOf(model).filter(({ owner, rows }) => owner !== null && rows.length > 0),
    [model],
  );
  const [chosen, setChosen] = useState(sheets[0]?.id ?? '');
  const sheet = sheets.find((own) => own.id === chosen);
  const table = model.tables.find((own) => own.id === chosen);
  const file =
    table !== undefined ? `${table.id}.csv` : sheet?.id.endsWith('/indicators') ? 'indicators.csv' : null;
  return (
    <div className="stack">
      <div className="row">
        <select
          className="input open-choice"
          aria-label="看哪一张"
          value={chosen}
          onChange={(e) => setChosen(e.target.value)}
        >
          {sheets.map((own) => (
            <option key={own.id} value={own.id}>
              {own.title}
            </option>
          ))}
        </select>
        {file === null ? null : (
          <DownloadButton size="small" href={urlOf('openBudgetFile', { params: { id, file } })}>
            下载{file}
          </DownloadButton>
        )}
      </div>
      {sheet === undefined ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
        <section className="open-table-frame" aria-label={sheet.title} tabIndex={0}>
          <table className="open-table">
            <caption>
              {sheet.title}
              {table?.unit ? `（单位：${table.unit}）` : ''}
            </caption>
            <thead>
              <tr>
                {sheet.columns.map(({ key, label, kind }) => (
                  <th key={key} scope="col" className={kind === 'figure' ? 'number' : undefined}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sheet.rows.map((cells, row) => (
                <tr key={row}>
                  {sheet.columns.map(({ key, kind }, at) => (
                    <td key={key} className={kind === 'figure' ? 'number' : 'open-words'}>
                      {kind === 'figure' ? amountText(cells[at] ?? '') : cells[at]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {table?.note ? <p className="soft">{table.note}</p> : null}
    </div>
  );
};
