import { clockIn, type ClockState } from './clock-text.ts';
import { dayText } from './format.ts';
import { dayIn, useShared } from './words.ts';
import './Light.css';

/** Clock light (时限灯): colour, shape and words, so that none of them has to be seen alone. */
export const Light = ({
  row,
  withDate = false,
}: {
  readonly row: ClockState & { readonly due: string | null };
  readonly withDate?: boolean;
}) => {
  const { say, language } = useShared();
  return (
    <span className={`light light-${row.light}`}>
      <svg className="light-lamp" viewBox="0 0 12 12" aria-hidden="true">
        {row.light === 'red' ? (
          <path d="M6 .5 11.5 11H.5L6 .5Z" />
        ) : row.light === 'amber' ? (
          <rect x="1.2" y="1.2" width="9.6" height="9.6" rx="1" />
        ) : row.light === 'grey' ? (
          <circle cx="6" cy="6" r="4.5" className="light-hollow" />
        ) : (
          <circle cx="6" cy="6" r="5" />
        )}
      </svg>
      <span>{clockIn(language, row)}</span>
      {withDate && row.due && row.paused === '' ? (
        <span className="soft">{say(`（${dayText(row.due)} 前）`, ` (by ${dayIn('en', row.due)})`)}</span>
      ) : null}
    </span>
  );
};
