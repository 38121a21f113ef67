import type { Problem } from '@zhitongche/base';
import { useEffect, useRef } from 'react';
import { Basis } from './Basis.tsx';
import { useShared } from './words.ts';
import './ProblemSummary.css';

/** One line of the summary: the problem, what its field is called, and where to jump. */
export interface ProblemLine {
  readonly problem: Problem;
  readonly label: string;
  readonly onGo?: () => void;
}

/** All that stands in the way, once, at the top, each leading to its field; takes focus when it appears. */
export const ProblemSummary = ({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ProblemLine[];
}) => {
  const { say } = useShared();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="problem-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ol>
        {lines.map(({ problem, label, onGo }) => (
          <li key={`${problem.code} ${problem.at.join('.')} ${problem.message}`}>
            {onGo ? (
              <a
                className="problem-link"
                href={`#${problem.at.join('.')}`}
                onClick={(e) => {
                  e.preventDefault();
                  onGo();
                }}
              >
                {label ? say(`${label}：`, `${label}: `) : ''}
                {problem.message}
              </a>
            ) : (
              <span>
                {label ? say(`${label}：`, `${label}: `) : ''}
                {problem.message}
                {problem.todo ? `。${problem.todo}` : ''}
              </span>
            )}{' '}
            {problem.basis ? <Basis basis={problem.basis} /> : null}
          </li>
        ))}
      </ol>
    </div>
  );
};
