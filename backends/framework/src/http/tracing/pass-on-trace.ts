import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { context, propagation } from '@opentelemetry/api';

/** What undici, and `fetch` with it, tells of a request that it is about to send. */
interface CreatedRequest {
  readonly request: {
    readonly origin?: string | URL | null;
    /** Names and values in turn. */
    readonly headers?: unknown;
    addHeader?(name: string, value: string): void;
  };
}

const channel = 'undici:request:create';
const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/**
 * Adds the W3C trace context to calls from plugin to plugin, and to no others: foreign servers learn nothing of our traces.
 * Returns the function that ends it.
 */
export function passOnTrace(ownOrigins: ReadonlySet<string>, isCollector: (origin: string) => boolean): () => void {
  function addContext(message: unknown): void {
    const { request } = message as CreatedRequest;
    const origin = String(request.origin ?? '');
    if (!URL.canParse(origin) || isCollector(origin)) return;
    if (!ownOrigins.has(origin) && !loopback.test(new URL(origin).hostname)) return;
    const headers: Record<string, string> = {};
    propagation.inject(context.active(), headers);
    for (const [name, value] of Object.entries(headers)) {
      // A gateway hands on the header that it got; two of them would be none.
      const given = Array.isArray(request.headers) ? (request.headers as unknown[]) : [];
      const at = given.findIndex((part, index) => index % 2 === 0 && String(part).toLowerCase() === name);
      if (at >= 0) given[at + 1] = value;
      else request.addHeader?.(name, value);
    }
  }
  subscribe(channel, addContext);
  return () => void unsubscribe(channel, addContext);
}
