import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { RequestHandler } from 'express';
import { classifyRequest } from '../http-metrics.ts';
import { isProbe } from '../access-log.ts';
import { requestIdOf } from '../request-id.ts';
import type { RouteTable } from '../route-table.ts';
import { passOnTrace } from './pass-on-trace.ts';
import type { TracingSettings } from './read-tracing.ts';

/** Spans of requests, with the function that sends what is left and ends it. */
export interface Tracing {
  readonly handler: RequestHandler;
  readonly end: () => Promise<void>;
}

const exportMs = 2_000;

/**
 * Makes a span per request, in the trace of the caller where its headers name one. The libraries behind it are heavy: import
 * this file only where something is traced.
 */
export function startTracing({ url, headers, serviceName, ownOrigins }: TracingSettings, routes: RouteTable): Tracing {
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: exportMs });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: exportMs })],
  });
  // Also for plugins that make spans of their own with @opentelemetry/api.
  provider.register();
  const tracer = provider.getTracer('portico');
  const stopPassingOn = passOnTrace(ownOrigins, origin => url.startsWith(origin));

  return {
    handler(request, response, next) {
      if (isProbe(request.path)) return next();
      const parent = propagation.extract(ROOT_CONTEXT, request.headers);
      const { plugin, route } = classifyRequest(request, routes);
      const name = `${request.method} ${plugin ? `/api/${plugin}` : route}`;
      const attributes = {
        'http.request.method': request.method,
        'url.path': request.path,
        'portico.route': route,
        'portico.request_id': requestIdOf(response),
        ...(plugin ? { 'portico.plugin': plugin } : {}),
      };
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
      response.once('close', () => {
        span.setAttribute('http.response.status_code', response.statusCode);
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        if (!response.writableFinished) span.setAttribute('portico.aborted', true);
        span.end();
      });
      context.with(trace.setSpan(parent, span), next);
    },
    async end() {
      stopPassingOn();
      // What a collector that is away does not take is lost; the stop goes on.
      await provider.shutdown().catch(() => undefined);
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}
