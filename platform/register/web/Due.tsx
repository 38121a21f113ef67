import { dueLook } from './due-words.ts';
import './Due.css';

const SHAPES = {
  red: <path d="M6 .5 11.5 11H.5L6 .5Z" />,
  amber: <path d="M6 .5 11.5 6 6 11.5.5 6 6 .5Z" />,
  green: <circle cx="6" cy="6" r="5" />,
} as const;

/** A day that must not be missed: colour, shape and words, so that none of them has to be seen alone. */
export const Due = ({
  day,
  today,
  label,
}: {
  readonly day: string;
  readonly today: string;
  /** What happens on it. */
  readonly label?: string;
}) => {
  const { light, words } = dueLook(day, today);
  return (
    <span className={`kept-due kept-due-${light}`}>
      <svg className="kept-due-lamp" viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[light]}
      </svg>
      {label ? `${label} ` : ''}
      {words}
    </span>
  );
};
