import type { AuthProviderContext, RedirectAuthProvider, SignInProfile, SignInResult } from '@portico/plugin-auth-node';
import type { Configuration, TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { translateFault } from './oidc-faults.ts';
import { readOidcSettings } from './oidc-settings.ts';
import { createProviderMetadata } from './provider-metadata.ts';
import type { Client } from './provider-metadata.ts';

type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers;

/** What is kept for the life of a session. */
interface Renewal {
  readonly subject: string;
  readonly refreshToken?: string;
  readonly idToken?: string;
}

const longestIdToken = 4_000;
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function profileOf(subject: string, claims: Readonly<Record<string, unknown>>): SignInProfile {
  const texts = {
    email: textOf(claims['email']),
    username: textOf(claims['preferred_username']),
    displayName: textOf(claims['name']),
    picture: textOf(claims['picture']),
  };
  const known = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  const verified = claims['email_verified'];
  return { subject, ...known, ...(typeof verified === 'boolean' ? { emailVerified: verified } : {}) };
}

async function resultOf(config: Configuration, tokens: Tokens, before?: Renewal): Promise<SignInResult> {
  const { fetchUserInfo } = await import('openid-client');
  const claims = tokens.claims();
  const subject = claims?.sub ?? before?.subject ?? '';
  const offersUserInfo = config.serverMetadata().userinfo_endpoint !== undefined;
  // The answer must be about the very account of the ID token.
  const more = offersUserInfo ? await fetchUserInfo(config, tokens.access_token, subject) : {};
  const idToken = tokens.id_token ?? before?.idToken;
  const refreshToken = tokens.refresh_token ?? before?.refreshToken;
  const renewal: Renewal = {
    subject,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(idToken === undefined || idToken.length > longestIdToken ? {} : { idToken }),
  };
  const profile = profileOf(subject, { ...claims, ...more });
  return { profile, renewal: JSON.stringify(renewal), renews: refreshToken !== undefined };
}

/** OpenID Connect by authorization code with PKCE, state and nonce. */
export function createOidcProvider({ config, logger, callbackUrl }: AuthProviderContext): RedirectAuthProvider {
  const settings = readOidcSettings(config, callbackUrl);
  const { title, scope, prompt } = settings;
  const metadata = createProviderMetadata(settings, logger);

  async function asking<T>(ask: (configuration: Configuration, client: Client) => Promise<T>, mustAnswer = false): Promise<T> {
    try {
      const [configuration, client] = await Promise.all([metadata.get({ mustAnswer }), import('openid-client')]);
      return await ask(configuration, client);
    } catch (thrown) {
      throw translateFault(thrown, title);
    }
  }

  return {
    kind: 'redirect',
    title,
    start: state =>
      asking(async (configuration, client) => {
        const [verifier, nonce] = [client.randomPKCECodeVerifier(), client.randomNonce()];
        const url = client.buildAuthorizationUrl(configuration, {
          redirect_uri: settings.callbackUrl,
          scope,
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...(prompt === undefined ? {} : { prompt }),
        });
        return { url: url.href, kept: { verifier, nonce, state } };
        // A browser that is sent to a provider that is down sees an error of its own and doesn't find back.
      }, true),
    finish: (callback, kept) =>
      asking(async (configuration, client) => {
        const current = new URL(settings.callbackUrl);
        current.search = callback.search;
        const tokens = await client.authorizationCodeGrant(configuration, current, {
          pkceCodeVerifier: kept['verifier'] ?? '',
          expectedNonce: kept['nonce'] ?? '',
          expectedState: kept['state'] ?? '',
          idTokenExpected: true,
        });
        return resultOf(configuration, tokens);
      }),
    refresh: renewal =>
      asking(async (configuration, client) => {
        const before = JSON.parse(renewal) as Renewal;
        const tokens = await client.refreshTokenGrant(configuration, before.refreshToken ?? '');
        return resultOf(configuration, tokens, before);
      }),
    endSessionUrl: (renewal, returnTo) =>
      asking(async (configuration, client) => {
        if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
        const { idToken } = renewal === undefined ? ({} as Partial<Renewal>) : (JSON.parse(renewal) as Renewal);
        const hint = idToken === undefined ? {} : { id_token_hint: idToken };
        return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo, ...hint }).href;
      }),
  };
}
