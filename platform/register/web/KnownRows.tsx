import { Link } from '@tanstack/react-router';
import type { Answers } from '@zhitongche/form';
import type { RegisterKind } from '@zhitongche/register';
import { Notice, TextField } from '@zhitongche/ui';
import { answerWords, fieldOf } from './columns.ts';
import { useWays } from './kept-ways.ts';
import { useRows } from './use-rows.ts';

/** Most rows led to. */
const MOST = 5;

/** What is on record already and may be the same thing: the ways there, and the reason why this is another. */
export const KnownRows = ({
  kind,
  answers,
  taken,
  not,
  despite,
  onDespite,
}: {
  readonly kind: RegisterKind;
  /** What was refused. */
  readonly answers: Answers;
  /** True where it is the same thing for sure. */
  readonly taken: boolean;
  /** The row that is changed itself. */
  readonly not?: string;
  readonly despite: string;
  readonly onDespite: (reason: string) => void;
}) => {
  const ways = useWays();
  const fields = (taken ? kind.unique : kind.near) ?? [];
  const q = fields
    .map((key) => answerWords(fieldOf(kind.whole, key), answers[key]))
    .join(' ')
    .trim();
  const { rows } = useRows(kind.code, { q }, MOST, q !== '');
  return (
    <Notice tone="warn" live title={taken ? '已经登记过' : '可能已经登记过'}>
      <ul className="known-rows">
        {rows
          .filter(({ id }) => id !== not)
          .map((row) => (
            <li key={row.id}>
              <Link to={ways.row} params={{ register: kind.code, row: row.id }}>
                {row.title}
              </Link>
              <span className="soft">
                {' '}
                {[kind.stages?.list[row.stage]?.label, ...row.facts.map(({ value }) => value)]
                  .filter(Boolean)
                  .join('，')}
              </span>
            </li>
          ))}
      </ul>
      {taken ? (
        <p>请打开已有的那一条，在那里修改；您填写的内容还在这里。</p>
      ) : (
        <TextField
          id="despite"
          label="为什么是另一个"
          required
          maxLength={500}
          value={despite}
          onChange={onDespite}
          help="确是另一个的，写一句再保存；是同一个的，请改在已有的那一条里"
        />
      )}
    </Notice>
  );
};
