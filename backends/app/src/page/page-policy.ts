import type { ConfigReader } from '@portico/config';
import { defaultOverrideOrigins } from '@portico/contracts';
import { appErrors, createError } from '@portico/errors';

const nonceSource = "'nonce-{nonce}'";

const scriptSources: readonly string[] = [nonceSource, "'strict-dynamic'"];

/** The registry counts what browsers refuse, and finds out which remote it was. */
const reportsAddress = '/api/registry/csp-reports';
const reportsGroup = 'portal';

/** The value of the header `Reporting-Endpoints`. */
export const reportingEndpoints = `${reportsGroup}="${reportsAddress}"`;

/** Everything comes from the portal's origin; scripts run by nonce, and what they load runs by their trust. */
const base: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  'script-src': scriptSources,
  'style-src': ["'self'", nonceSource],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'self'"],
  'form-action': ["'self'"],
  'report-uri': [reportsAddress],
};

const unsafe = /^'unsafe-(inline|eval)'$/i;

/** Directives that decide about scripts: they may get further sources, but neither an unsafe one nor be removed. */
const scripts = ['script-src', 'script-src-elem', 'script-src-attr'];

/** Where remotes that are loaded from their own origin, and overrides, get styles, pictures, fonts and data. */
const liveDirectives = ['style-src', 'img-src', 'font-src', 'connect-src'];

function add(directives: Map<string, readonly string[]>, directive: string, sources: readonly string[]): void {
  const present = directives.get(directive) ?? (directive.endsWith('-src') ? ["'self'"] : []);
  const all = sources.includes("'none'") ? ["'none'"] : [...present.filter(source => source !== "'none'"), ...sources];
  directives.set(directive, [...new Set(all)]);
}

/**
 * Where a build that a user puts in the place of a remote may come from. It is the same for everybody's page: nginx, too,
 * fills a page whose user it does not know. A build server tells of changes by web socket.
 */
function overrideOrigins(config: ConfigReader): { readonly origins: readonly string[]; readonly sockets: readonly string[] } {
  const enabled = config.getOptionalBoolean('registry.overrides.enabled') ?? true;
  const origins = enabled ? (config.getOptionalStringArray('registry.overrides.allowedOrigins') ?? defaultOverrideOrigins) : [];
  return { origins, sockets: origins.map(origin => origin.replace(/^http/, 'ws')) };
}

function addConfigured(directives: Map<string, readonly string[]>, directive: string, value: unknown): void {
  const sources = value === false ? [] : (value as readonly string[]);
  const bad = value === false ? 'false' : sources.find(source => unsafe.test(source));
  if (scripts.includes(directive) && bad !== undefined) throw createError(appErrors.CSP_UNSAFE, { directive, source: bad });
  if (value === false) directives.delete(directive);
  else if (scripts.includes(directive)) add(directives, directive, directive === 'script-src' ? sources : [...scriptSources, ...sources]);
  else add(directives, directive, sources);
}

/**
 * The Content-Security-Policy of the page: the built-in one, the origins of live remotes (`registry.origins.allowed`) and of
 * overrides (`registry.overrides.allowedOrigins`), and `backend.csp`, whose sources are added to those of the directive and whose `false` removes a directive.
 *
 * @returns makes the header value for a nonce
 * @throws APP_CSP_UNSAFE for `'unsafe-inline'` and `'unsafe-eval'` for scripts
 */
export function createPagePolicy(config: ConfigReader): (nonce: string) => string {
  const directives = new Map<string, readonly string[]>(Object.entries(base));
  const overrides = overrideOrigins(config);
  const origins = [...(config.getOptionalStringArray('registry.origins.allowed') ?? []), ...overrides.origins];
  if (origins.length > 0) for (const directive of liveDirectives) add(directives, directive, origins);
  if (overrides.sockets.length > 0) add(directives, 'connect-src', overrides.sockets);
  // A browser that reads `report-to` passes over the other, and reports nothing from a page without TLS.
  if (config.getOptionalString('app.baseUrl')?.startsWith('https://')) directives.set('report-to', [reportsGroup]);
  const configured = config.getOptionalConfig('backend.csp');
  for (const directive of configured?.keys() ?? []) addConfigured(directives, directive.toLowerCase(), configured?.get(directive));
  const parts = [...directives].map(([directive, sources]) => [directive, ...sources].join(' ')).join('; ').split('{nonce}');
  return nonce => parts.join(nonce);
}
