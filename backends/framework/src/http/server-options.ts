import type { Server, ServerOptions } from 'node:http';
import type { ConfigReader } from '@portico/config';
import { readDuration } from '../services/config/read-duration.ts';

// Longer than a front door keeps its idle connections, so that it never writes into one that we are closing.
const keepAliveMs = 75_000;
const headersMs = 15_000;
const checkMs = 5_000;
const longestHeaders = 16_384;

/** `backend.server` in the terms of Node.js. */
export interface HttpServerOptions {
  readonly options: ServerOptions & { readonly maxHeaderSize: number };
  /** What can only be set on the server itself. */
  apply(server: Server): void;
}

/** Reads `backend.server` with the keys of Backstage. */
export function readServerOptions(config: ConfigReader): HttpServerOptions {
  const at = (key: string) => `backend.server.${key}`;
  const requestMs = readDuration(config, at('requestTimeout'));
  const checks = Math.min(checkMs, readDuration(config, at('headersTimeout')) ?? headersMs, requestMs || checkMs);
  return {
    options: {
      keepAliveTimeout: readDuration(config, at('keepAliveTimeout')) ?? keepAliveMs,
      headersTimeout: readDuration(config, at('headersTimeout')) ?? headersMs,
      ...(requestMs === undefined ? {} : { requestTimeout: requestMs }),
      connectionsCheckingInterval: Math.max(checks, 100),
      maxHeaderSize: config.getOptionalNumber(at('maxHeaderSize')) ?? longestHeaders,
    },
    apply(server) {
      const timeout = readDuration(config, at('timeout'));
      if (timeout !== undefined) server.timeout = timeout;
      const headers = config.getOptionalNumber(at('maxHeadersCount'));
      if (headers !== undefined) server.maxHeadersCount = headers;
      const requests = config.getOptionalNumber(at('maxRequestsPerSocket'));
      if (requests !== undefined) server.maxRequestsPerSocket = requests;
    },
  };
}
