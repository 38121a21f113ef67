import type { At } from '@zhitongche/base';
import type { ReactNode } from 'react';
import { Basis } from './Basis.tsx';
import { Notice } from './Notice.tsx';
import { problemsOfError } from './problem.ts';
import { useShared } from './words.ts';

/** Most problems listed at once. */
const MOST = 20;

/** Why something was not done: every problem at once with what to do, those shown at their own fields left out. */
export const Refusal = ({
  error,
  shown = () => false,
  tone = 'danger',
  title,
  children,
}: {
  readonly error: unknown;
  /** Whether a problem at this place is shown there. */
  readonly shown?: (at: At) => boolean;
  readonly tone?: 'danger' | 'warn';
  readonly title?: string;
  readonly children?: ReactNode;
}) => {
  const { say, language } = useShared();
  if (!error) return null;
  const rest = problemsOfError(error).filter(({ at }) => !shown(at));
  return (
    <Notice tone={tone} live {...(title === undefined ? {} : { title })}>
      {rest.length === 0 ? (
        <p>{say('没有办成：请先处理标出的内容。', 'Not done: see what is marked first.')}</p>
      ) : null}
      {rest.slice(0, MOST).map(({ code, message, en, todo, basis }) =>
        language === 'en' ? (
          <p key={`${code} ${en}`}>{en}</p>
        ) : (
          <p key={`${code} ${message}`}>
            {message}
            {todo && !message.includes(todo) ? `${message.endsWith('。') ? '' : '。'}${todo}` : ''}{' '}
            {basis ? <Basis basis={basis} /> : null}
          </p>
        ),
      )}
      {rest.length > MOST ? (
        <p>{say(`另有 ${rest.length - MOST} 处。`, `${rest.length - MOST} more.`)}</p>
      ) : null}
      {children}
    </Notice>
  );
};
