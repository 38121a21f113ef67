import pino, { type Logger } from 'pino';

/** What was logged, line by line as it left the program. */
export interface LogLines {
  readonly log: Logger;
  readonly text: () => string;
  /** The lines as objects, those with the given message only. */
  readonly said: (message: string) => readonly Readonly<Record<string, unknown>>[];
}

/** A log that a test can read. */
export function logLines(make: (to: { write(line: string): void }) => Logger = plain): LogLines {
  const lines: string[] = [];
  const log = make({ write: (line) => void lines.push(line) });
  return {
    log,
    text: () => lines.join(''),
    said: (message) =>
      lines.map((line): Record<string, unknown> => JSON.parse(line)).filter((line) => line.msg === message),
  };
}

const plain = (to: { write(line: string): void }): Logger => pino({ level: 'debug', base: null }, to);
