import type { Computed, Shown } from '@zhitongche/case';
import type { Json } from '@zhitongche/base';
import { usePhone, useShared } from '@zhitongche/ui';
import './ComputedView.css';

/** What the service computes in the open: a sentence or a table with its total. Nothing while there is nothing to say. */
export const ComputedView = ({
  computed,
  derived,
}: {
  readonly computed: Computed;
  readonly derived: Json;
}) => {
  const { say } = useShared();
  const phone = usePhone();
  const shown = computed.show(derived);
  if (!shown) return null;
  if (shown.kind === 'text')
    return (
      <div className="computed">
        <h3 className="computed-title">{computed.label}</h3>
        <p>{shown.text}</p>
      </div>
    );
  const called = say(`${computed.label}（表）`, `${computed.label} (table)`);
  if (phone) return <ComputedCards label={computed.label} shown={shown} />;
  const align = (i: number): string | undefined =>
    shown.columns[i]?.align === 'right' ? 'number' : undefined;
  return (
    <div className="computed">
      <h3 className="computed-title">{computed.label}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className="computed-scroll" tabIndex={0} aria-label={called}>
        <table className="computed-table">
          <thead>
            <tr>
              {shown.columns.map((c, i) => (
                <th key={c.label} scope="col" className={align(i)}>
                  {c.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, i) => (
                  <td key={`${shown.columns[i]?.label ?? ''}`} className={align(i)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {shown.total ? (
            <tfoot>
              <tr>
                {shown.total.map((cell, i) => (
                  <td key={`${shown.columns[i]?.label ?? ''}`} className={align(i)}>
                    {cell}
                  </td>
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </section>
      {shown.note ? <p className="soft computed-note">{shown.note}</p> : null}
    </div>
  );
};

/** The same on the phone: a row is called by its first two cells, the others follow with their names and wrap. */
const ComputedCards = ({
  label,
  shown,
}: {
  readonly label: string;
  readonly shown: Extract<Shown, { kind: 'table' }>;
}) => (
  <div className="computed">
    <h3 className="computed-title">{label}</h3>
    <ol className="computed-cards">
      {[...shown.rows, ...(shown.total ? [shown.total] : [])].map((row) => (
        <li key={row.join('|')}>
          <strong>
            {row
              .slice(0, 2)
              .filter((cell) => cell !== '')
              .join(' · ')}
          </strong>
          <dl>
            {row.map((cell, i) => {
              const name = shown.columns[i]?.label ?? '';
              return i < 2 || cell === '' ? null : (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{cell}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ol>
    {shown.note ? <p className="soft computed-note">{shown.note}</p> : null}
  </div>
);
