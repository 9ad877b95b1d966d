import { createError, registryErrors } from '@portico/errors';
import { hostedPlace } from '../mirror/hosted-place.ts';

/** Where an override comes from. */
export interface OverridePlace {
  /** Scheme, host and port, as browsers write them. */
  readonly origin: string;
  /** The folder of its files; ends with a slash. */
  readonly baseUrl: string;
  /** Address of `portico-plugin.json`; absent where the URL names an entry. */
  readonly manifestUrl?: string;
  /** Name of the entry in its folder, where the URL names it. */
  readonly entry?: string;
}

/**
 * Reads the URL of an override: a `portico-plugin.json`, its folder, or an entry (`.js`, `.mjs`).
 *
 * @throws REGISTRY_OVERRIDE_URL for what is no plain http or https address
 */
export function overridePlace(text: string): OverridePlace {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!isPlain) throw createError(registryErrors.OVERRIDE_URL, { received: text.slice(0, 200) });
  const { baseUrl, manifestUrl, entry } = hostedPlace(url.href);
  return { origin: url.origin, baseUrl, ...(entry === undefined ? { manifestUrl } : { entry }) };
}

/** Scheme, host and port of a pattern. Text is never compared by its beginning: `http://localhost.example` is another host. */
function parts(pattern: string): { scheme: string; host: string; port: string } | undefined {
  const [, scheme, host, port = ''] = /^(https?):\/\/([^/:?#@]+)(?::(\d{1,5}|\*))?$/.exec(pattern) ?? [];
  return scheme === undefined || host === undefined ? undefined : { scheme, host, port };
}

/** Whether an origin is in the list. */
export function isAllowedOrigin(allowed: readonly string[], origin: string): boolean {
  const { protocol, hostname, port } = new URL(origin);
  return allowed.some(pattern => {
    const wanted = parts(pattern);
    if (!wanted || `${wanted.scheme}:` !== protocol || wanted.host !== hostname) return false;
    // Browsers leave out the port that belongs to the scheme.
    const isDefault = wanted.port === (wanted.scheme === 'https' ? '443' : '80');
    return wanted.port === '*' || wanted.port === port || (isDefault && port === '');
  });
}
