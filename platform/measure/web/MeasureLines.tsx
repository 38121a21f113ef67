import { Link } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { readList, type Reply } from '@zhitongche/contract/web';
import { dayText, Empty, Endless } from '@zhitongche/ui';

type Line = Reply<'measureLines'>['items'][number];

/** The list behind a figure: what is added up in a span, each with what it adds. */
export const MeasureLines = ({
  code,
  span,
  title,
  words,
}: {
  readonly code: string;
  readonly span: { readonly from: string; readonly until: string; readonly org?: string };
  readonly title: string;
  readonly words: string;
}) => {
  const pages = useInfiniteQuery(readList('measureLines', { params: { code }, query: span }));
  const lines = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card stack" aria-label={`${title}的明细`}>
      <h2>
        {title}：{words}
      </h2>
      <Endless
        pages={pages}
        shown={lines.length}
        none={<Empty icon="table" title="没有计入的" text="换一个月份，或看它取自的台账和办件。" />}
      >
        <table className="measures">
          <thead>
            <tr>
              <th scope="col">件</th>
              <th scope="col">日期</th>
              <th scope="col" className="number">
                计
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={`${line.id} ${at}`}>
                <th scope="row">
                  <Way line={line} />
                  <span className="measures-what">{line.orgName}</span>
                </th>
                <td>{dayText(line.day)}</td>
                <td className="number">{line.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Endless>
    </section>
  );
};

const Way = ({ line: { kind, id, register = '', title } }: { readonly line: Line }) =>
  kind === 'case' ? (
    <Link to="/desk/cases/$case" params={{ case: id }} className="measures-name">
      {title}
    </Link>
  ) : (
    <Link to="/desk/kept/$register/$row" params={{ register, row: id }} className="measures-name">
      {title}
    </Link>
  );
