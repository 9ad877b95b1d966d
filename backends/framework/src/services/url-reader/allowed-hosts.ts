import type { ConfigReader } from '@portico/config';
import { isAtOrBelow } from '../../http/route-table.ts';

/** One entry of `backend.reading.allow`. */
export interface AllowedHost {
  /** `example.com`, `*.example.com`, or with a port: `localhost:4001`. Without one the default port of the scheme is meant. */
  readonly host: string;
  /** Path prefixes; none means every path. */
  readonly paths?: readonly string[];
  /** True lets the host be on a private address. */
  readonly privateAddresses?: boolean;
}

/** The entries of the configuration and those that a plugin adds. */
export function readAllowedHosts(config: ConfigReader, added: readonly string[] = []): AllowedHost[] {
  const configured = (config.getOptionalConfigArray('backend.reading.allow') ?? []).map(entry => {
    const paths = entry.getOptionalStringArray('paths');
    const privateAddresses = entry.getOptionalBoolean('privateAddresses') ?? false;
    return { host: entry.getString('host'), privateAddresses, ...(paths ? { paths } : {}) };
  });
  return [...configured, ...added.map(host => ({ host }))];
}

function fitsHost(url: URL, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  if (wanted.startsWith('*.')) return url.host.endsWith(wanted.slice(1)) && url.host.length > wanted.length - 1;
  return url.host === wanted;
}

/** The first entry that covers an address. */
export function findAllowedHost(url: URL, allowed: readonly AllowedHost[]): AllowedHost | undefined {
  const isWithin = (prefix: string) =>
    isAtOrBelow(url.pathname, prefix) || (prefix.endsWith('/') && url.pathname.startsWith(prefix));
  return allowed.find(entry => fitsHost(url, entry.host) && (entry.paths?.some(isWithin) ?? true));
}
