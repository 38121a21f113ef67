import type { Logger } from 'pino';
import type { WatchStatement } from '@zhitongche/host';
import { type LoopDelay, measureLoop } from './loop-delay.ts';
import { type Meter, NO_METER } from './meter.ts';
import { nameOf, shapeDigest, SlowBook } from './slow-book.ts';
import { NO_SPANS, type Spans } from './spans.ts';

/** Everything the program tells about itself while it works. */
export interface Watch {
  readonly meter: Meter;
  readonly spans: Spans;
  readonly slow: SlowBook;
  readonly loop: LoopDelay;
}

/** A watch with nothing but the parts handed in; tests and measurements of other things take it as it is. */
export const makeWatch = (parts: Partial<Watch> = {}): Watch => ({
  meter: parts.meter ?? NO_METER,
  spans: parts.spans ?? NO_SPANS,
  slow: parts.slow ?? new SlowBook(),
  loop: parts.loop ?? measureLoop(),
});

/** Times every statement; those that take `slowMs` or longer are logged and entered in the book. */
export const watchStatements =
  ({ meter, spans, slow }: Watch, log: Logger, slowMs: number): WatchStatement =>
  async (statement, queued, run) => {
    const begun = performance.now();
    let rows: number | null = null;
    try {
      const found = spans.on ? await spans.part(nameOf(statement), 'statement', run) : await run();
      rows = found.length;
      return found;
    } finally {
      const ms = performance.now() - begun;
      meter.statement(statement.name ?? 'plain', ms / 1000);
      if (ms >= slowMs) {
        meter.slowStatement();
        const entry = { statement: nameOf(statement), digest: shapeDigest(statement.text), rows, queued };
        slow.add({ ...entry, ms: Math.round(ms), at: new Date() });
        log.warn({ ...entry, ms: Math.round(ms) }, 'slow statement');
      }
    }
  };
