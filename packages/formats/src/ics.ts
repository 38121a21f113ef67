/** An event of a calendar. */
export interface CalendarEvent {
  /** Stays the same for the life of the event. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly title: string;
  readonly place: string;
  readonly text: string;
  readonly cancelled: boolean;
  /** It takes the whole of this day, `YYYY-MM-DD`: programs show no hours. */
  readonly day?: string;
}

const OCTETS = new TextEncoder();

const utc = (instant: string): string => instant.replaceAll(/[-:]/g, '').replace(/\.\d+Z$/, 'Z');
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`);

/** A line of at most 75 octets, continued by a blank (RFC 5545, 3.1); no character is cut in two. */
const folded = (line: string): string => {
  const parts = [''];
  let size = 0;
  for (const char of line) {
    const octets = OCTETS.encode(char).length;
    if (size + octets > 74) {
      parts.push('');
      size = 1;
    }
    parts[parts.length - 1] += char;
    size += octets;
  }
  return parts.join('\r\n ');
};

const eventLines = (event: CalendarEvent): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${utc(event.at)}`,
  `SEQUENCE:${event.sequence}`,
  ...(event.day === undefined
    ? [`DTSTART:${utc(event.from)}`, `DTEND:${utc(event.to)}`]
    : [`DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`]),
  `SUMMARY:${escaped(event.title)}`,
  ...(event.place === '' ? [] : [`LOCATION:${escaped(event.place)}`]),
  ...(event.text === '' ? [] : [`DESCRIPTION:${escaped(event.text)}`]),
  `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
];

/** A calendar as programs read it: iCalendar (RFC 5545), UTC, lines ended by CR LF. */
export const icsOf = (name: string, events: readonly CalendarEvent[]): string =>
  `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhitongche//Bookings//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')}\r\n`;
