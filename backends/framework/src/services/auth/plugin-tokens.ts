import { pluginIdPattern } from '@portico/contracts';
import { createError, frameworkErrors } from '@portico/errors';
import type { JWTVerifyGetKey } from 'jose';
import { createKeySource } from './key-source.ts';
import { tokenAlgorithm } from './signing-keys.ts';
import type { SigningKeys } from './signing-keys.ts';

/** `typ` of a token by which one plugin calls another. */
export const pluginTokenType = 'vnd.portico.plugin';
/** Where each plugin publishes its keys, below its base path. */
export const pluginKeysPath = '/.backstage/auth/v1/jwks.json';

/** How long a plugin's token lives, in milliseconds. */
export const pluginTokenLifetimeMs = 5 * 60_000;
const reusedMs = pluginTokenLifetimeMs / 2;
const mostSources = 200;

/** Who a plugin token comes from. */
export interface PluginTokenClaims {
  readonly pluginId: string;
  /** Limited token of the user in whose name the plugin asks. */
  readonly onBehalfOf?: string;
  readonly expiresAt: Date;
}

/** In whose name a plugin asks: a limited user token, and when it ends. */
export interface Behalf {
  readonly limitedToken: string;
  readonly expiresAt: Date | undefined;
}

/** The tokens by which one plugin calls others. */
export interface PluginTokenIssuer {
  issue(targetPluginId: string, behalf?: Behalf): Promise<string>;
}

/** Signs with the plugin's own keys. A token without a user is used again until half of its time is over. */
export function createPluginTokenIssuer(pluginId: string, keys: SigningKeys): PluginTokenIssuer {
  const issued = new Map<string, { token: Promise<string>; until: number }>();

  async function sign(targetPluginId: string, behalf?: Behalf): Promise<string> {
    const { SignJWT } = await import('jose');
    const { kid, privateKey } = await keys.current();
    const end = Math.min(Date.now() + pluginTokenLifetimeMs, behalf?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY);
    return new SignJWT(behalf ? { obo: behalf.limitedToken } : {})
      .setProtectedHeader({ alg: tokenAlgorithm, typ: pluginTokenType, kid })
      .setSubject(pluginId)
      .setAudience(targetPluginId)
      .setIssuedAt()
      .setExpirationTime(Math.floor(end / 1000))
      .sign(privateKey);
  }

  return {
    async issue(targetPluginId, behalf) {
      if (behalf) return sign(targetPluginId, behalf);
      const known = issued.get(targetPluginId);
      if (known && known.until > Date.now()) return known.token;
      const entry = { token: sign(targetPluginId), until: Date.now() + reusedMs };
      issued.set(targetPluginId, entry);
      entry.token.catch(() => issued.delete(targetPluginId));
      return entry.token;
    },
  };
}

/** Checks the tokens of other plugins. */
export interface PluginTokenCheck {
  /** Rejects for anything that is not a valid token for `targetPluginId`. */
  verify(token: string, targetPluginId: string): Promise<PluginTokenClaims>;
}

/** Reads each plugin's keys where that plugin publishes them. `baseUrlOf` is asked for ids of the right form only. */
export function createPluginTokenCheck(baseUrlOf: (pluginId: string) => Promise<string>): PluginTokenCheck {
  const sources = new Map<string, JWTVerifyGetKey>();

  function sourceOf(pluginId: string): JWTVerifyGetKey {
    const known = sources.get(pluginId);
    if (known) return known;
    const [oldest] = sources.keys();
    if (sources.size >= mostSources && oldest !== undefined) sources.delete(oldest);
    const source = createKeySource({
      url: async () => `${await baseUrlOf(pluginId)}${pluginKeysPath}`,
      owner: `the plugin ${pluginId}`,
      mayBeMissing: true,
    });
    sources.set(pluginId, source);
    return source;
  }

  return {
    async verify(token, targetPluginId) {
      const { decodeJwt, jwtVerify } = await import('jose');
      // Who claims to have signed it only says whose keys to try.
      const { sub: claimed = '' } = decodeJwt(token);
      if (!pluginIdPattern.test(claimed)) throw createError(frameworkErrors.UNAUTHENTICATED);
      const { payload } = await jwtVerify(token, sourceOf(claimed), {
        algorithms: [tokenAlgorithm],
        typ: pluginTokenType,
        audience: targetPluginId,
        requiredClaims: ['sub', 'iat', 'exp'],
      });
      const { obo, exp = 0 } = payload;
      if (obo !== undefined && typeof obo !== 'string') throw createError(frameworkErrors.UNAUTHENTICATED);
      return { pluginId: claimed, expiresAt: new Date(exp * 1000), ...(obo === undefined ? {} : { onBehalfOf: obo }) };
    },
  };
}
