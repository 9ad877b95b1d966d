import type { LookupAddress } from 'node:dns';
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import { createError, frameworkErrors, isPorticoError, messageOf } from '@portico/errors';
import { redactUrl } from '../../http/redact-url.ts';
import { checkedAddresses } from './address-check.ts';
import { findAllowedHost } from './allowed-hosts.ts';
import type { AllowedHost } from './allowed-hosts.ts';
import { readBody } from './read-body.ts';
import type { ReadUrlOptions, ReadUrlResult } from './url-reader-service.ts';
import { startTimeLimit } from '../../time/time-limit.ts';

/** What `readOverHttp` takes beyond the options of the service. */
export interface ReadOverHttpOptions extends ReadUrlOptions {
  readonly allowed: readonly AllowedHost[];
  /** True lets allowed hosts be on a loopback address. */
  readonly loopback: boolean;
}

interface Read extends ReadOverHttpOptions {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

const defaultMaxBytes = 10 * 1024 * 1024;
const defaultTimeoutMs = 10_000;
const redirectLimit = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

function parseUrl(text: string, base?: URL): URL {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw createError(frameworkErrors.READ_URL_INVALID, { url: redactUrl(text) });
  }
  return url;
}

/** A client that connects to nothing but the given addresses, whatever the name server says by then. */
function createPinnedAgent(addresses: readonly LookupAddress[]): Agent {
  return new Agent({
    connect: {
      lookup(_hostname, options, done) {
        const [first] = addresses;
        if (options.all || !first) done(null, [...addresses]);
        else done(null, first.address, first.family);
      },
    },
  });
}

async function answerOf(response: Dispatcher.ResponseData, url: URL, read: Read): Promise<ReadUrlResult> {
  const { statusCode, headers } = response;
  const shown = redactUrl(url.href);
  if (statusCode === 304 && read.etag !== undefined) return { status: 'not-modified' };
  if (statusCode === 404 || statusCode === 410) throw createError(frameworkErrors.READ_NOT_FOUND, { url: shown });
  if (statusCode !== 200) throw createError(frameworkErrors.READ_STATUS, { url: shown, status: statusCode });
  const body = await readBody(response, { url: shown, maxBytes: read.maxBytes });
  const { etag, 'content-type': contentType } = headers;
  return {
    status: 'ok',
    body,
    url: url.href,
    ...(typeof etag === 'string' ? { etag } : {}),
    ...(typeof contentType === 'string' ? { contentType } : {}),
  };
}

/** One request; gives the answer, or the address that it points on to. */
async function hop(url: URL, read: Read): Promise<ReadUrlResult | URL> {
  const entry = findAllowedHost(url, read.allowed);
  if (!entry) throw createError(frameworkErrors.READ_HOST_REFUSED, { url: redactUrl(url.href), host: url.host });
  const policy = { loopback: read.loopback, privateAddresses: entry.privateAddresses ?? false };
  const agent = createPinnedAgent(await checkedAddresses(url.hostname, policy));
  try {
    const headers = { 'accept-encoding': 'identity', ...(read.etag === undefined ? {} : { 'if-none-match': read.etag }) };
    const response = await request(url, { dispatcher: agent, signal: read.signal, headers });
    const { location } = response.headers;
    if (redirects.has(response.statusCode) && typeof location === 'string') return parseUrl(location, url);
    return await answerOf(response, url, read);
  } finally {
    // Cuts a body that nobody read to its end.
    await agent.destroy();
  }
}

async function follow(start: URL, read: Read): Promise<ReadUrlResult> {
  let url = start;
  for (let redirected = 0; redirected <= redirectLimit; redirected += 1) {
    const result = await hop(url, read);
    if (!(result instanceof URL)) return result;
    url = result;
  }
  throw createError(frameworkErrors.READ_REDIRECTS, { url: redactUrl(start.href), limit: redirectLimit });
}

/** Reads an address; see `UrlReaderService`. */
export async function readOverHttp(text: string, options: ReadOverHttpOptions): Promise<ReadUrlResult> {
  const url = parseUrl(text);
  const limitMs = options.timeoutMs ?? defaultTimeoutMs;
  const limit = startTimeLimit(limitMs, options.signal);
  try {
    return await follow(url, { ...options, signal: limit.signal, maxBytes: options.maxBytes ?? defaultMaxBytes });
  } catch (cause) {
    if (isPorticoError(cause)) throw cause;
    const shown = redactUrl(url.href);
    if (limit.isOver) throw createError(frameworkErrors.READ_TIMED_OUT, { url: shown, limitMs }, { cause });
    options.signal?.throwIfAborted();
    throw createError(frameworkErrors.READ_FAILED, { url: shown, reason: messageOf(cause) }, { cause });
  } finally {
    limit.end();
  }
}
