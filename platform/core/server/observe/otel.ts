import type { IncomingHttpHeaders } from 'node:http';
import type { Attributes, Context, Span as OtelSpan } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { withoutValues, VERSION } from '@zhitongche/host';
import { NO_SPANS, type Span, type Spans } from './spans.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Traces to whatever `OTEL_EXPORTER_OTLP_ENDPOINT` names, with the other standard variables of OpenTelemetry; none when
 * it is not set. The packages are loaded only then.
 */
export async function openSpans(env: Environment, log: Logger): Promise<Spans> {
  const wanted = env.OTEL_EXPORTER_OTLP_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  if (!wanted || env.OTEL_SDK_DISABLED === 'true') return NO_SPANS;
  const [api, node, exporter, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api;
  const told = (message: string): void => log.warn({ message: withoutValues(message) }, 'traces');
  const quiet = (): void => undefined;
  api.diag.setLogger(
    { error: told, warn: told, info: quiet, debug: quiet, verbose: quiet },
    api.DiagLogLevel.WARN,
  );
  const provider = new node.NodeTracerProvider({
    resource: resources.resourceFromAttributes({
      'service.name': env.OTEL_SERVICE_NAME ?? 'zhitongche',
      'service.version': VERSION,
    }),
    spanProcessors: [new node.BatchSpanProcessor(new exporter.OTLPTraceExporter())],
  });
  provider.register();
  const tracer = provider.getTracer('zhitongche', VERSION);

  const begin = (name: string, kind: number, parent: Context, attributes: Attributes): Span => {
    const span: OtelSpan = tracer.startSpan(name, { kind, attributes }, parent);
    const own = trace.setSpan(parent, span);
    return {
      trace: span.isRecording() ? span.spanContext().traceId : null,
      inside: (work) => context.with(own, work),
      end(outcome) {
        if (outcome.attributes) span.setAttributes(outcome.attributes);
        if (outcome.failed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  };
  const parentIn = (carrier: IncomingHttpHeaders | { traceparent?: string }): Context =>
    propagation.extract(ROOT_CONTEXT, carrier);

  return {
    on: true,
    request: (name, headers) => begin(name, SpanKind.SERVER, parentIn(headers), {}),
    job: (kind, traceparent) =>
      begin(`job ${kind}`, SpanKind.CONSUMER, parentIn(traceparent ? { traceparent } : {}), {}),
    async part(name, kind, work) {
      const parent = context.active();
      // What the loops ask for by themselves all day would bury what people did.
      if (!trace.getSpan(parent)) return await work();
      const statement = kind === 'statement';
      const span = begin(
        name,
        statement ? SpanKind.CLIENT : SpanKind.INTERNAL,
        parent,
        statement ? { 'db.system.name': 'postgresql' } : {},
      );
      let failed = true;
      try {
        const value = await span.inside(work);
        failed = false;
        return value;
      } finally {
        span.end({ failed });
      }
    },
    traceparent() {
      const carrier: { traceparent?: string } = {};
      propagation.inject(context.active(), carrier);
      return carrier.traceparent;
    },
    async close() {
      await provider.shutdown().catch((error: unknown) => told(error instanceof Error ? error.message : ''));
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}
