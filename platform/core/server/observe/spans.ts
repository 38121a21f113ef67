import type { IncomingHttpHeaders } from 'node:http';

/** One piece of work on a trace, from its beginning to `end`. */
export interface Span {
  /** Ids a log line may carry; null when the trace is not kept. */
  readonly trace: string | null;
  /** Does work of which this span is the cause. */
  inside<T>(work: () => T): T;
  end(outcome: SpanEnd): void;
}

/** What a span tells when it is over: names and counts, never values. */
export interface SpanEnd {
  readonly failed: boolean;
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** Traces of requests, use cases, statements and jobs, when somebody collects them. */
export interface Spans {
  readonly on: boolean;
  /** A request, on the trace its sender began (W3C `traceparent`) or on a new one. */
  request(name: string, headers: IncomingHttpHeaders): Span;
  /** A job, on the trace of the act that asked for it. */
  job(kind: string, traceparent: string | undefined): Span;
  /** A named part of whatever runs now. */
  part<T>(name: string, kind: 'use case' | 'statement', work: () => Promise<T>): Promise<T>;
  /** `traceparent` of whatever runs now, to be handed on with work for later. */
  traceparent(): string | undefined;
  /** Sends what is left and stops. */
  close(): Promise<void>;
}

/** A span of a trace nobody keeps. */
export const NO_SPAN: Span = { trace: null, inside: (work) => work(), end: () => undefined };

/** No traces: the usual case, for they cost about a third of the throughput. */
export const NO_SPANS: Spans = {
  on: false,
  request: () => NO_SPAN,
  job: () => NO_SPAN,
  part: (_name, _kind, work) => work(),
  traceparent: () => undefined,
  close: async () => undefined,
};
