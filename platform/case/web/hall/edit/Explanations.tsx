import type { Problem } from '@zhitongche/base';
import { Basis, Field, type ProblemLine, useShared } from '@zhitongche/ui';

/** Warnings do not stop a case; each wants a reason, once for its rule, which the reviewers will read. */
export const Explanations = ({
  warnings,
  lineOf,
  reasons,
  onChange,
}: {
  readonly warnings: readonly Problem[];
  readonly lineOf: (problem: Problem) => ProblemLine;
  readonly reasons: Readonly<Record<string, string>>;
  readonly onChange: (code: string, why: string) => void;
}) => {
  const { say } = useShared();
  const codes = [...new Set(warnings.map((w) => w.code))];
  return (
    <section className="card stack" aria-labelledby="explanations-title">
      <h2 id="explanations-title">{say('需要说明的情况', 'What wants a reason')}</h2>
      <p className="soft">
        {say(
          '下列情况不影响提交，请逐条说明理由，审批人会看到。',
          'It may be submitted; give a reason for each, which the office will read.',
        )}
      </p>
      {codes.map((code) => {
        const mine = warnings.filter((w) => w.code === code);
        return (
          <div key={code} className="stack stack-tight">
            <ul className="stack stack-tight">
              {mine.map((w) => {
                const { label, onGo } = lineOf(w);
                return (
                  <li key={`${w.at.join('.')} ${w.message}`}>
                    {onGo ? (
                      <button type="button" className="fault-go" onClick={onGo}>
                        {label}
                      </button>
                    ) : null}{' '}
                    {w.message} {w.basis ? <Basis basis={w.basis} /> : null}
                  </li>
                );
              })}
            </ul>
            <Field id={`explain-${code}`} label={say('理由', 'Reason')} required>
              {(aria) => (
                <textarea
                  {...aria}
                  className="input"
                  rows={2}
                  maxLength={1000}
                  value={reasons[code] ?? ''}
                  onChange={(e) => onChange(code, e.target.value)}
                />
              )}
            </Field>
          </div>
        );
      })}
    </section>
  );
};
