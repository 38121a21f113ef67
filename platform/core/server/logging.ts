import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';

/** The program's log: JSON lines on standard output, never a body, a header or a person's name. */
export const makeLog = (config: Pick<Config, 'logLevel'>, to?: DestinationStream): Logger =>
  pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['req', 'res', 'headers', 'password', 'token', 'cookie', '*.password', '*.token'],
        remove: true,
      },
    },
    to ?? pino.destination(1),
  );
