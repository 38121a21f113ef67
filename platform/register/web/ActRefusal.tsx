import type { At } from '@zhitongche/base';
import { codeOf, Refusal } from '@zhitongche/ui';

/** Why an act was not taken, and what to do; what the form shows at its fields is left to it. */
export const ActRefusal = ({
  error,
  atFields,
}: {
  readonly error: unknown;
  /** Whether a place of the answers is shown in the form itself. */
  readonly atFields?: (at: At) => boolean;
}) => {
  const stale = codeOf(error) === 'row.stale-revision';
  return (
    <Refusal
      error={error}
      {...(atFields ? { shown: atFields } : {})}
      tone={stale ? 'warn' : 'danger'}
      title={stale ? '这一条刚被改动' : '没有办成'}
    >
      {stale ? <p>页面已换成最新内容，请看过后再办。</p> : null}
    </Refusal>
  );
};
