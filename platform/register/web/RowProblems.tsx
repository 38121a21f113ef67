import { Notice, problemsOfError } from '@zhitongche/ui';
import { ActRefusal } from './ActRefusal.tsx';
import type { RowLine } from './columns.ts';

/** Why nothing was done with many rows: what stands in the way of each by its name, or of all of them. */
export const RowProblems = ({
  error,
  rows,
}: {
  readonly error: unknown;
  readonly rows: readonly RowLine[];
}) => {
  const refused = error ? problemsOfError(error).filter(({ at }) => at[0] === 'rows') : [];
  if (refused.length === 0) return <ActRefusal error={error} />;
  return (
    <Notice tone="danger" live title={`没有办理，有 ${refused.length} 处要先处理`}>
      <ul>
        {refused.map((problem) => (
          <li key={`${problem.at.join('.')} ${problem.code}`}>
            <strong>{rows[Number(problem.at[1])]?.title}</strong>：{problem.message}
            {problem.todo ? `，${problem.todo}` : ''}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
