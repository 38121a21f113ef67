import type { Problem } from '@zhitongche/base';
import { useFormContext } from './form-context.ts';
import { useShared } from '@zhitongche/ui';

/** Asks in place for the reason a rule wants to hear; whoever decides reads it beside the exception. */
export const ReasonBox = ({ problem, path }: { readonly problem: Problem; readonly path: string }) => {
  const { say } = useShared();
  const { reasons } = useFormContext();
  if (!reasons || problem.level !== 'warn' || problem.code === 'correction') return null;
  const id = `reason-${path}-${problem.code}`;
  return (
    <div className="field-reason">
      <label htmlFor={id}>{say('理由（审批人会看到）', 'Reason (the office will read it)')}</label>
      <textarea
        id={id}
        className="input"
        rows={1}
        maxLength={1000}
        value={reasons.of(problem.code)}
        onChange={(e) => reasons.set(problem.code, e.target.value)}
      />
    </div>
  );
};
