import { Link } from '@tanstack/react-router';
import { addDays } from '@zhitongche/base';
import { type Turning, TURNINGS } from '@zhitongche/case';
import { type Reply, useRead } from '@zhitongche/contract/web';
import { Async, dayShort, Empty, PageHeader, weekdayOf } from '@zhitongche/ui';
import './DeadlinesPage.css';

type Board = Reply<'deadlines'>;
const KINDS = Object.keys(TURNINGS) as readonly Turning[];

/** What turns yellow and what is due, today and this week, by whose turn it is; each figure leads to exactly its cases. */
export const DeadlinesPage = () => {
  const board = useRead('deadlines', {});
  return (
    <div className="desk-page stack">
      <PageHeader
        title="时限看板"
        intro="今天和本周转黄、到期和已超期的，只含您有权查看的。转黄是提醒日到了，还没有超期。"
      />
      <Async query={board}>{(data) => <Tables board={data} />}</Async>
    </div>
  );
};

const said = (day: string): string => `${dayShort(day)}${weekdayOf(day)}`;

const Tables = ({ board }: { readonly board: Board }) => {
  const quiet = board.places.length === 0 && board.registers.length === 0;
  if (quiet)
    return <Empty icon="clock" title="本周没有转黄、到期或超期的" text={`到${said(board.sunday)}为止。`} />;
  return (
    <>
      <section className="card stack" aria-labelledby="by-place">
        <h2 id="by-place">
          办件
          <span className="board-span">
            今天{said(board.today)}，本周到{said(board.sunday)}
          </span>
        </h2>
        {board.places.length === 0 ? (
          <p className="soft">没有转黄、到期或超期的办件。</p>
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
          <section className="board-scroll" aria-label="按处室" tabIndex={0}>
            <table className="board-table">
              <thead>
                <tr>
                  <th scope="col">轮到谁办</th>
                  {KINDS.map((kind) => (
                    <th key={kind} scope="col" className="number">
                      {TURNINGS[kind]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {board.places.map(({ at, name, n }) => (
                  <PlaceRow key={at} name={name} n={n} at={at} />
                ))}
              </tbody>
              <tfoot>
                <PlaceRow name="合计（每件只计一次）" n={board.all} />
              </tfoot>
            </table>
          </section>
        )}
      </section>
      {board.registers.length > 0 ? <Rows board={board} /> : null}
    </>
  );
};

const PlaceRow = ({
  name,
  n,
  at,
}: {
  readonly name: string;
  readonly n: Board['all'];
  readonly at?: string;
}) => (
  <tr>
    <th scope="row">{name}</th>
    {KINDS.map((kind) => (
      <td key={kind} className={n[kind] === 0 ? 'number board-empty' : 'number'} data-label={TURNINGS[kind]}>
        {n[kind] === 0 ? (
          <span className="board-none">0</span>
        ) : (
          <Link
            to="/desk"
            search={{ tab: 'all', sort: 'due', clock: kind, ...(at === undefined ? {} : { at }) }}
            className={`board-figure board-${kind}`}
            aria-label={`${name}${TURNINGS[kind]} ${n[kind]} 件`}
          >
            {n[kind]}
          </Link>
        )}
      </td>
    ))}
  </tr>
);

/** Rows of kept registers that have something due, as far as the reader sees them. */
const Rows = ({ board: { registers, today, sunday } }: { readonly board: Board }) => {
  const figure = (
    register: Board['registers'][number],
    n: number,
    words: string,
    look: Turning,
    days: Readonly<Record<string, string>>,
  ) =>
    n === 0 ? (
      <span className="board-none">0</span>
    ) : (
      <Link
        to={'/desk/kept/$register'}
        params={{ register: register.register }}
        search={{ order: 'due', ...days }}
        className={`board-figure board-${look}`}
        aria-label={`${register.name}${words} ${n} 条`}
      >
        {n}
      </Link>
    );
  return (
    <section className="card stack" aria-labelledby="by-register">
      <h2 id="by-register">台账</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard */}
      <section className="board-scroll" aria-label="按台账" tabIndex={0}>
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">台账</th>
              <th scope="col" className="number">
                已过期
              </th>
              <th scope="col" className="number">
                今天到期
              </th>
              <th scope="col" className="number">
                本周内到期
              </th>
            </tr>
          </thead>
          <tbody>
            {registers.map((one) => (
              <tr key={one.register}>
                <th scope="row">{one.name}</th>
                <td className={one.overdue === 0 ? 'number board-empty' : 'number'} data-label="已过期">
                  {figure(one, one.overdue, '已过期', 'overdue', { due: addDays(today, -1) })}
                </td>
                <td className={one.today === 0 ? 'number board-empty' : 'number'} data-label="今天到期">
                  {figure(one, one.today, '今天到期', 'due-today', { dueFrom: today, due: today })}
                </td>
                <td className={one.week === 0 ? 'number board-empty' : 'number'} data-label="本周内到期">
                  {figure(one, one.week, '本周内到期', 'due-week', {
                    dueFrom: addDays(today, 1),
                    due: sunday,
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};
