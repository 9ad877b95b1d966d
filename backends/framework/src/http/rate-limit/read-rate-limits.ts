import type { ConfigReader } from '@portico/config';
import { readDuration } from '../../services/config/read-duration.ts';

/** How many requests one address may send. */
export interface RateLimit {
  readonly windowMs: number;
  readonly requests: number;
  readonly allowedAddresses: ReadonlySet<string>;
  readonly skipSuccessful: boolean;
  readonly skipFailed: boolean;
}

/** What `backend.rateLimit` comes down to. */
export interface RateLimits {
  /** For all requests of an address together. */
  readonly global: RateLimit | undefined;
  /** For requests to one plugin. */
  readonly plugins: ReadonlyMap<string, RateLimit>;
  /** Address of a Redis server in which replicas count together; otherwise each counts alone. */
  readonly redis: string | undefined;
}

const path = 'backend.rateLimit';
const defaultWindowMs = 60_000;
// Opening the portal takes some 20 requests.
const defaultRequests = 1_000;
const ownAddresses = ['127.0.0.1', '::1', '0:0:0:0:0:0:0:1'];

/** Settings at `at`; what they leave open is as in `above`. */
function readLimit(config: ConfigReader, at: string, above?: RateLimit): RateLimit {
  if (typeof config.getOptional(at) === 'boolean') return above ?? readLimit(config, `${at}.nothing`);
  const addresses = config.getOptionalStringArray(`${at}.ipAllowList`);
  return {
    windowMs: readDuration(config, `${at}.window`) ?? above?.windowMs ?? defaultWindowMs,
    requests: config.getOptionalNumber(`${at}.incomingRequestLimit`) ?? above?.requests ?? defaultRequests,
    allowedAddresses: addresses ? new Set(addresses) : (above?.allowedAddresses ?? new Set(ownAddresses)),
    skipSuccessful: config.getOptionalBoolean(`${at}.skipSuccessfulRequests`) ?? above?.skipSuccessful ?? false,
    skipFailed: config.getOptionalBoolean(`${at}.skipFailedRequests`) ?? above?.skipFailed ?? false,
  };
}

/** Reads `backend.rateLimit` with the keys of Backstage; undefined where requests are not counted. */
export function readRateLimits(config: ConfigReader): RateLimits | undefined {
  const whole = config.getOptional(path);
  if (whole === undefined || whole === false) return undefined;
  const base = readLimit(config, path);
  if (whole === true) return { global: base, plugins: new Map(), redis: undefined };
  const limited = config.keys(`${path}.plugin`).filter(id => config.get(`${path}.plugin.${id}`) !== false);
  return {
    global: config.getOptionalBoolean(`${path}.global`) === false ? undefined : base,
    plugins: new Map(limited.map(id => [id, readLimit(config, `${path}.plugin.${id}`, base)])),
    redis: config.getOptionalString(`${path}.store.type`) === 'redis' ? config.getString(`${path}.store.connection`) : undefined,
  };
}
