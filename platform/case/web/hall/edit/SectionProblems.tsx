import type { At, Problem } from '@zhitongche/base';
import type { Form } from '@zhitongche/form';
import { problemLine } from '@zhitongche/form/web';
import { Icon, Notice, useShared } from '@zhitongche/ui';
import { useState } from 'react';

/** What is wrong in the section that is open, each a press away; says so once the last of it is mended. */
export const SectionProblems = ({
  form,
  problems,
  onGo,
}: {
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly onGo: (at: At) => void;
}) => {
  const { say } = useShared();
  const [seen, setSeen] = useState(problems.length);
  if (problems.length > 0 && problems.length !== seen) setSeen(problems.length);
  if (problems.length === 0)
    return seen === 0 ? null : (
      <Notice tone="ok" live>
        {say('这一部分都改好了。', 'This part is mended.')}
      </Notice>
    );
  const lines = problems.map((problem) => problemLine(form, problem, onGo));
  return (
    <nav className="section-problems" aria-label={say('要改的地方', 'What to mend')}>
      <span className="section-problems-count">
        <Icon name="alert" size="s" /> {say(`${problems.length} 处要改`, `${problems.length} to mend`)}
      </span>
      {lines.map(({ problem, label, onGo: go }) =>
        go ? (
          <button
            key={`${problem.code} ${problem.at.join('.')}`}
            type="button"
            className="fault-go"
            onClick={go}
          >
            {label}
          </button>
        ) : null,
      )}
    </nav>
  );
};
