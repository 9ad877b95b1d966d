import { createKeySource } from '@portico/backend-framework';
import { authErrors, createError } from '@portico/errors';
import type { AuthProviderContext, HeaderAuthProvider, SignInProfile } from '@portico/plugin-auth-node';
import type { Request } from 'express';
import type { JWTPayload } from 'jose';

const longestToken = 8_192;
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function profileOf(claims: JWTPayload): SignInProfile {
  const verified = claims['email_verified'];
  const texts = {
    email: textOf(claims['email']),
    username: textOf(claims['preferred_username']),
    displayName: textOf(claims['name']),
    picture: textOf(claims['picture']),
  };
  const known = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  return { subject: claims.sub ?? '', ...known, ...(typeof verified === 'boolean' ? { emailVerified: verified } : {}) };
}

function tokenOf(request: Request, header: string): string | undefined {
  const values = request.headersDistinct[header] ?? [];
  // Two of them mean that one was slipped in past the proxy.
  const [value] = values.length === 1 ? values : [];
  return value === undefined || value.length > longestToken ? undefined : value.replace(/^Bearer /i, '');
}

/**
 * Believes a proxy that signs who the user is in a header of each request, as Google's IAP (`x-goog-iap-jwt-assertion`),
 * AWS's ALB and oauth2-proxy with an ID token do. A bare user name in a header is never believed: whoever gets past the
 * proxy could write one.
 */
export function createProxyHeaderProvider({ config }: AuthProviderContext): HeaderAuthProvider {
  const title = config.getOptionalString('title') ?? 'the company proxy';
  const header = config.getString('header').toLowerCase();
  const jwksUrl = config.getString('jwksUrl');
  const issuer = config.getString('issuer');
  const audience = config.getString('audience');
  const keys = createKeySource({ url: () => jwksUrl, owner: new URL(jwksUrl).host });
  return {
    kind: 'header',
    title,
    async identify(request) {
      const token = tokenOf(request, header);
      if (token === undefined) throw createError(authErrors.PROVIDER_REFUSED, { provider: title, reason: `no single signed header ${header}` });
      const { errors, jwtVerify } = await import('jose');
      try {
        const { payload } = await jwtVerify(token, keys, { algorithms, issuer, audience, requiredClaims: ['sub', 'exp'] });
        return { profile: profileOf(payload) };
      } catch (cause) {
        if (cause instanceof errors.JOSEError) {
          throw createError(authErrors.PROVIDER_REFUSED, { provider: title, reason: `a header ${header} that is not valid` }, { cause });
        }
        throw createError(authErrors.PROVIDER_DOWN, { provider: title }, { cause });
      }
    },
  };
}
