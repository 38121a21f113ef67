import { dueLook } from './due-words.ts';
import { Lamp } from './Lamp.tsx';
import './Due.css';

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
      <Lamp light={light} />
      {words}
      {label ? (
        <span className="kept-due-of" title={label}>
          {label}
        </span>
      ) : null}
    </span>
  );
};
