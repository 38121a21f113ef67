import './StationLine.css';

/** A station of the line: passed, the one it stands at, one that may follow, or an end of the way. */
export interface Station {
  readonly key: string;
  readonly name: string;
  readonly under?: string;
  /** Said above the line: it went back from here. */
  readonly note?: string;
  readonly state: 'past' | 'now' | 'ahead' | 'end';
}

/** The one line that runs through: solid where it has been, a ring where it is, dotted where it may go. */
export const StationLine = ({
  label,
  stations,
  size = 'normal',
}: {
  readonly label: string;
  readonly stations: readonly Station[];
  /** `small`: dots alone with their words for those who hear them, in rows of lists. */
  readonly size?: 'normal' | 'small';
}) => (
  <ol className={`stations stations-${size}`} aria-label={label}>
    {stations.map(({ key, name, under, note, state }) => (
      <li
        key={key}
        className={`station station-${state}`}
        {...(state === 'now' ? { 'aria-current': 'step' } : {})}
      >
        {note === undefined ? null : <span className="station-note">{note}</span>}
        <span className="station-dot" aria-hidden="true" />
        <span className={size === 'small' ? 'visually-hidden' : 'station-name'}>{name}</span>
        {under === undefined || size === 'small' ? null : <span className="station-under">{under}</span>}
      </li>
    ))}
  </ol>
);
