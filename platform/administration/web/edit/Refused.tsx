import { ApiProblem, messageOf, Basis, Notice } from '@zhitongche/ui';

/** Why the server refused a request: every fault at once, with what to do; those shown beside their inputs are left out. */
export const Refused = ({
  error,
  beside = [],
}: {
  readonly error: unknown;
  /** Fields that show their own faults. */
  readonly beside?: readonly string[];
}) => {
  if (!error) return null;
  const all = error instanceof ApiProblem ? (error.doc.problems ?? []) : [];
  const rest = all.filter((p) => !beside.includes(String(p.at[0] ?? '')));
  return (
    <Notice tone="danger" live>
      {all.length === 0 ? (
        messageOf(error)
      ) : rest.length === 0 ? (
        '没有保存：请先处理上面标出的内容。'
      ) : (
        <ul>
          {rest.map((p) => (
            <li key={`${p.code} ${p.message}`}>
              {p.message}
              {p.todo} {p.basis ? <Basis basis={p.basis} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
};
