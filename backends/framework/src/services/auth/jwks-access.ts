import type { ConfigReader } from '@portico/config';
import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import type { JWTVerifyGetKey } from 'jose';
import { readAccessRestrictions, restrictionIn } from './access-restrictions.ts';
import type { AccessRestrictions } from './access-restrictions.ts';
import type { ServicePrincipal } from './credentials.ts';
import { createKeySource } from './key-source.ts';

interface JwksAccess {
  readonly keys: JWTVerifyGetKey;
  readonly algorithms: string[];
  readonly issuer?: string[];
  readonly audience?: string[];
  readonly subjectPrefix: string;
  readonly roles: readonly string[];
  readonly restrictions: AccessRestrictions;
}

const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

function textsOf(entry: ConfigReader, path: string): string[] | undefined {
  const value = entry.getOptional(path);
  if (value === undefined) return undefined;
  return Array.isArray(value) ? [...entry.getStringArray(path)] : [entry.getString(path)];
}

function readAlgorithms(entry: ConfigReader): string[] {
  const algorithms = textsOf(entry, 'options.algorithm') ?? publicKeyAlgorithms;
  const other = algorithms.find(algorithm => !publicKeyAlgorithms.includes(algorithm));
  if (other !== undefined) {
    throw createError(frameworkErrors.ALGORITHM_REFUSED, { expected: publicKeyAlgorithms.join(', '), received: other });
  }
  return algorithms;
}

function readEntry(entry: ConfigReader): JwksAccess {
  const url = entry.getString('options.url');
  const issuer = textsOf(entry, 'options.issuer');
  const audience = textsOf(entry, 'options.audience');
  const prefix = entry.getOptionalString('options.subjectPrefix');
  return {
    keys: createKeySource({ url: () => url, owner: new URL(url).host }),
    algorithms: readAlgorithms(entry),
    ...(issuer ? { issuer } : {}),
    ...(audience ? { audience } : {}),
    subjectPrefix: prefix === undefined ? 'external:' : `external:${prefix}:`,
    roles: entry.getOptionalStringArray('options.roles') ?? [],
    restrictions: readAccessRestrictions(entry),
  };
}

/** A program with a token of another issuer, and when that ends. */
export interface JwksPrincipal {
  readonly principal: ServicePrincipal;
  readonly expiresAt: Date | undefined;
}

/** Finds the owner of a token of another issuer; undefined for one that no entry accepts. */
export type JwksAccessCheck = (token: string, pluginId: string) => Promise<JwksPrincipal | undefined>;

async function check(token: string, pluginId: string, entry: JwksAccess): Promise<JwksPrincipal | undefined> {
  const { errors, jwtVerify } = await import('jose');
  const { algorithms, issuer, audience, subjectPrefix, roles } = entry;
  try {
    const { payload } = await jwtVerify(token, entry.keys, {
      algorithms,
      ...(issuer ? { issuer } : {}),
      ...(audience ? { audience } : {}),
      requiredClaims: ['sub', 'exp'],
    });
    const subject = `${subjectPrefix}${payload.sub ?? ''}`;
    const principal: ServicePrincipal = { type: 'service', subject, roles, ...restrictionIn(pluginId, entry.restrictions) };
    return { principal, expiresAt: payload.exp === undefined ? undefined : new Date(payload.exp * 1000) };
  } catch (thrown) {
    if (thrown instanceof errors.JOSEError) return undefined;
    throw thrown;
  }
}

/** The entries of type `jwks` in `backend.auth.externalAccess`: tokens that other systems issue and prove by their public keys. */
export function createJwksAccessCheck(config: ConfigReader): JwksAccessCheck {
  const configured = config.getOptionalConfigArray('backend.auth.externalAccess') ?? [];
  const entries = configured.filter(entry => entry.getString('type') === 'jwks').map(readEntry);
  return async (token, pluginId) => {
    let unreachable: unknown;
    for (const entry of entries) {
      try {
        const found = await check(token, pluginId, entry);
        if (found) return found;
      } catch (thrown) {
        if (!isPorticoError(thrown) || thrown.code !== frameworkErrors.KEYS_UNAVAILABLE.code) throw thrown;
        unreachable = thrown;
      }
    }
    if (unreachable !== undefined) throw unreachable;
    return undefined;
  };
}
