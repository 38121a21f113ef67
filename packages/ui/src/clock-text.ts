/** A clock as a list shows it. */
export interface ClockState {
  readonly light: 'green' | 'amber' | 'red' | 'grey';
  /** Working days; negative when overdue, null when none are counted. */
  readonly daysLeft: number | null;
  /** Why it stands still; empty while it runs. */
  readonly paused: string;
}

/** The same in the language a page is read in; why a clock stands still is told by its light alone. */
export const clockIn = (language: 'zh' | 'en', clock: ClockState): string => {
  if (language === 'zh') return clockText(clock);
  const { light, daysLeft, paused } = clock;
  if (paused !== '' && (daysLeft === null || light === 'green' || light === 'grey')) return 'on hold';
  if (daysLeft === null) return '';
  if (daysLeft < 0) return `${-daysLeft} working days late`;
  return daysLeft === 0 ? 'due today' : `${daysLeft} working days left`;
};

/**
 * What a clock light says in words: working days left or overdue, or why it stands still. The promise may stand still while
 * the step is late: then the words say what the colour says.
 */
export const clockText = ({ light, daysLeft, paused }: ClockState): string => {
  if (paused !== '' && (daysLeft === null || light === 'green' || light === 'grey')) return paused;
  if (daysLeft === null) return light === 'grey' ? '不计时' : '';
  if (daysLeft < 0) return `超期 ${-daysLeft} 个工作日`;
  return daysLeft === 0 ? '今天到期' : `剩 ${daysLeft} 个工作日`;
};
