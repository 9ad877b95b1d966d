import type { ConfigReader } from '@portico/config';

/** `auth.providers.oidc.<environment>`. */
export interface OidcSettings {
  /** Address of the provider's discovery document. */
  readonly metadataUrl: URL;
  readonly clientId: string;
  /** Undefined for a public client, which is proven by PKCE alone. */
  readonly clientSecret: string | undefined;
  readonly tokenEndpointAuthMethod: 'client_secret_basic' | 'client_secret_post' | 'none';
  /** With `offline_access` among them, where the provider knows it, a session is renewed without the user. */
  readonly scope: string;
  /** What the provider shall ask of the user: `none`, `login`, `consent`, `select_account`; its own choice without it. */
  readonly prompt: string | undefined;
  readonly callbackUrl: string;
  readonly title: string;
  /** Milliseconds until the provider counts as not answering. */
  readonly timeoutMs: number;
}

const usualScope = 'openid profile email';
const defaultTimeoutMs = 10_000;

function scopeOf(config: ConfigReader): string {
  const configured = config.getOptional('additionalScopes');
  const scope = config.getOptionalString('scope') ?? usualScope;
  const additional = Array.isArray(configured) ? config.getStringArray('additionalScopes') : (config.getOptionalString('additionalScopes') ?? '').split(/\s+/);
  return [...new Set(['openid', ...scope.split(/\s+/), ...additional])].filter(word => word !== '').join(' ');
}

/** Reads the settings; keys as in Backstage. */
export function readOidcSettings(config: ConfigReader, callbackUrl: string): OidcSettings {
  const clientSecret = config.getOptionalString('clientSecret');
  const method = config.getOptionalString('tokenEndpointAuthMethod');
  const prompt = config.getOptionalString('prompt');
  return {
    metadataUrl: new URL(config.getString('metadataUrl')),
    clientId: config.getString('clientId'),
    clientSecret,
    tokenEndpointAuthMethod: clientSecret === undefined ? 'none' : method === 'client_secret_post' ? method : 'client_secret_basic',
    scope: scopeOf(config),
    prompt: prompt === 'auto' ? undefined : prompt,
    callbackUrl: config.getOptionalString('callbackUrl') ?? callbackUrl,
    title: config.getOptionalString('title') ?? 'OpenID Connect',
    timeoutMs: config.getOptionalNumber('timeoutMs') ?? defaultTimeoutMs,
  };
}
