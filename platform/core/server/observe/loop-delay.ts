import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How late the event loop came round, in milliseconds, over the last minute or so. */
export interface LoopDelay {
  now(): { readonly p99Ms: number; readonly maxMs: number };
  stop(): void;
}

const RESOLUTION = 20;
const WINDOW = 60_000;
const NANOS = 1e6;

/** Measures from now on. A figure covers the window that is over and the one that runs, so that none is too short to say much. */
export function measureLoop(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  histogram.enable();
  let last = { p99Ms: 0, maxMs: 0 };
  // The timer itself sleeps for the resolution; what is beyond it is delay.
  const late = (nanos: number): number => Math.max(0, Math.round(nanos / NANOS - RESOLUTION));
  const read = () => ({
    p99Ms: late(histogram.percentile(99)),
    maxMs: late(histogram.max),
  });
  const timer = setInterval(() => {
    last = read();
    histogram.reset();
  }, WINDOW);
  timer.unref();
  return {
    now() {
      const current = read();
      return { p99Ms: Math.max(last.p99Ms, current.p99Ms), maxMs: Math.max(last.maxMs, current.maxMs) };
    },
    stop() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
