import { Basis, codeOf, Notice, problemsOfError } from '@zhitongche/ui';

/** Why an act was not taken, and what to do; what the form shows at its fields is left to it. */
export const ActRefusal = ({
  error,
  atFields = () => false,
}: {
  readonly error: unknown;
  /** Whether a place of the answers is shown in the form itself. */
  readonly atFields?: (at: readonly (string | number)[]) => boolean;
}) => {
  if (!error) return null;
  const problems = problemsOfError(error).filter(({ at }) => !atFields(at));
  if (problems.length === 0) return null;
  const stale = codeOf(error) === 'row.stale-revision';
  return (
    <Notice tone={stale ? 'warn' : 'danger'} live title={stale ? '这一条刚被改动' : '没有办成'}>
      {problems.map(({ code, message, todo, basis }) => (
        <p key={`${code} ${message}`}>
          {message}
          {todo && !message.includes(todo) ? `${message.endsWith('。') ? '' : '。'}${todo}。` : ''}{' '}
          {basis ? <Basis basis={basis} /> : null}
        </p>
      ))}
      {stale ? <p>页面已换成最新内容，请看过后再办。</p> : null}
    </Notice>
  );
};
