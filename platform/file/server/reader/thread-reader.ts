import type { Logger } from 'pino';
import { describe, keepThread, type KeptOptions, makeLimiter } from '@zhitongche/host';
import {
  ProblemError,
  type Reader,
  type SentFile,
  type ReadName,
  type ReadTasks,
} from '@zhitongche/core/server';
import type { ReadDone, ReadTask } from './read-task.ts';

/** What one file may use up, and how many may wait behind it: of everybody (`most`), and of one sender. */
export type LaneLimits = Omit<KeptOptions, 'data'> & { readonly ofOne: number };

/** Strangers wait for each other, never does the office wait for them. */
const LANES: Readonly<Record<'strangers' | 'office', LaneLimits>> = {
  strangers: { seconds: 20, megabytes: 256, most: 20, ofOne: 4 },
  office: { seconds: 30, megabytes: 512, most: 40, ofOne: 10 },
};
const LANE_OF: Readonly<Record<ReadName, keyof typeof LANES>> = {
  paper: 'strangers',
  inspect: 'office',
  sheets: 'office',
  photo: 'office',
};

const PROGRAM = { name: 'reader-thread', source: new URL('./thread.ts', import.meta.url) };

/** A reader whose threads can be stopped. */
export interface ThreadReader extends Reader {
  stop(): Promise<void>;
}

/** Reads in threads beside the one that answers requests, one file at a time in each. */
export function threadReader(log: Logger, limits: Partial<typeof LANES> = {}): ThreadReader {
  const lanes = {
    strangers: makeLane(log, limits.strangers ?? LANES.strangers),
    office: makeLane(log, limits.office ?? LANES.office),
  };
  return {
    async read<N extends ReadName>(what: N, file: SentFile, task: ReadTasks[N]['task'], from: string) {
      // Task and outcome belong together by name; between them lies a message.
      const whole = (bytes: Uint8Array) => ({ ...task, do: what, bytes }) as unknown as ReadTask;
      return await lanes[LANE_OF[what]].read(file, whole, from);
    },
    async stop() {
      await Promise.all(Object.values(lanes).map((lane) => lane.stop()));
    },
  };
}

function makeLane(log: Logger, limits: LaneLimits) {
  const thread = keepThread<ReadTask, ReadDone>(PROGRAM, { data: null, ...limits });
  const inTurn = makeLimiter(1);
  const waiting = new Map<string, number>();
  const ofAll = (): number => [...waiting.values()].reduce((sum, n) => sum + n, 0);
  const count = (from: string, more: 1 | -1): void => {
    const n = (waiting.get(from) ?? 0) + more;
    if (n > 0) waiting.set(from, n);
    else waiting.delete(from);
  };
  return {
    async read(file: SentFile, task: (bytes: Uint8Array) => ReadTask, from: string): Promise<ReadDone> {
      if (ofAll() >= limits.most || (waiting.get(from) ?? 0) >= limits.ofOne) throw busy();
      count(from, 1);
      try {
        return await inTurn(async () => {
          // Fetched only now: files that wait lie on disk.
          const bytes = await file.bytes();
          return await thread.ask(task(bytes)).catch((error: unknown) => {
            log.warn({ error: describe(error), bytes: bytes.length }, 'a file could not be read');
            throw tooComplex();
          });
        }, from);
      } finally {
        count(from, -1);
      }
    },
    stop: () => thread.stop(),
  };
}

const busy = (): ProblemError =>
  new ProblemError(
    503,
    'file.busy',
    '正在检查的文件较多，请稍后再试。',
    'Many files are being checked; try again shortly.',
    { retryAfter: 10 },
  );

const tooComplex = (): ProblemError => {
  const message = '文件结构异常或过于复杂，没有读完，未予受理。';
  const en = 'The file is malformed or too complex to be read and was not taken.';
  return new ProblemError(422, 'file.too-complex', message, en, {
    problems: [
      {
        code: 'file.too-complex',
        level: 'block',
        at: [],
        message,
        en,
        todo: '请用原软件打开后重新保存，或拆分后再上传。',
      },
    ],
  });
};
