import { cx } from '@zhitongche/ui';
import type { Picture, PictureCell } from './picture.ts';
import { VERDICTS } from './verdicts.ts';

/** What of the picture is looked at: a rule, in one part of the disclosure or (null) in all. */
export interface Chosen {
  readonly rule: string;
  readonly column: string | null;
}

/** Rules by tables, each square the outcome of its checks; a square or a rule chooses what is shown below. */
export const PictureTable = ({
  picture,
  chosen,
  onChoose,
}: {
  readonly picture: Picture;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
}) => {
  const isChosen = (rule: string, column: string | null): boolean =>
    chosen?.rule === rule && chosen.column === column;
  const square = (rule: string, cell: PictureCell, where: string) => (
    <PictureSquare
      rule={rule}
      cell={cell}
      where={where}
      chosen={isChosen(rule, cell.column)}
      onChoose={() => onChoose({ rule, column: cell.column })}
    />
  );
  return (
    <table className="picture">
      <caption className="visually-hidden">勾稽核对：每行一条规则，每列一张表，点开看两边的数</caption>
      <thead>
        <tr>
          <th scope="col">规则</th>
          {picture.columns.map(({ key, label, title }) => (
            <th key={key} scope="col" title={title} className="picture-head">
              {label}
              <span className="visually-hidden"> {title}</span>
            </th>
          ))}
          <th scope="col" className="picture-head" title="没有可比的数">
            缺<span className="visually-hidden"> 没有可比的数</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {picture.rows.map(({ rule, title, cells, alone }) => (
          <tr key={rule}>
            <th scope="row">
              <button
                type="button"
                className="picture-rule"
                aria-pressed={isChosen(rule, null)}
                onClick={() => onChoose({ rule, column: null })}
              >
                <b>{rule}</b> {title}
              </button>
            </th>
            {cells.map((cell, at) => (
              <td key={cell.column}>{square(rule, cell, picture.columns[at]?.title ?? '')}</td>
            ))}
            <td>{square(rule, alone, '没有可比的数')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** One square: the worst outcome and how often, in sign and words; nothing where nothing was compared. */
const PictureSquare = ({
  rule,
  cell: { worst, checks },
  where,
  chosen,
  onChoose,
}: {
  readonly rule: string;
  readonly cell: PictureCell;
  readonly where: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) =>
  worst === null ? null : (
    <button
      type="button"
      className={cx('picture-square', `picture-${worst}`, chosen && 'picture-chosen')}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span aria-hidden="true">
        {VERDICTS[worst].sign}
        {worst === 'holds' ? '' : checks.filter(({ verdict }) => verdict === worst).length}
      </span>
      <span className="visually-hidden">
        {rule} {where}：{VERDICTS[worst].word}，共{checks.length}项
      </span>
    </button>
  );
