import type { LoggerService } from '@portico/backend-framework';
import type * as openidClient from 'openid-client';
import type { Configuration, ServerMetadata } from 'openid-client';
import type { OidcSettings } from './oidc-settings.ts';

/** What is known of the provider, read when it is first needed. */
export interface ProviderMetadata {
  /**
   * Rejects while the provider can't be reached and nothing is known of it; the next call tries again.
   *
   * @param options - `mustAnswer`: what is known does not count, the provider has to answer now
   */
  get(options?: { readonly mustAnswer?: boolean }): Promise<Configuration>;
}

/** A provider may move its endpoints; so what it says of itself is read again after this. */
const freshMs = 60 * 60_000;
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The client library, which is loaded when it is first needed. */
export type Client = typeof openidClient;

function authenticationOf(client: Client, { clientSecret = '', tokenEndpointAuthMethod }: OidcSettings) {
  if (tokenEndpointAuthMethod === 'none') return client.None();
  return tokenEndpointAuthMethod === 'client_secret_post' ? client.ClientSecretPost(clientSecret) : client.ClientSecretBasic(clientSecret);
}

/** Over plain http anybody on the way could answer; on this machine there is no way. */
const mayBePlain = ({ metadataUrl }: OidcSettings) => metadataUrl.protocol === 'http:' && loopback.test(metadataUrl.hostname);

/**
 * Reads the provider's metadata lazily, so that a provider that is down keeps no portal from starting. Each call gets a
 * configuration of its own, which reads the provider's keys when it first checks a token: the code of a sign-in can't be used
 * twice, so keys of a minute ago would fail the first sign-in after the provider has changed them.
 */
export function createProviderMetadata(settings: OidcSettings, logger: LoggerService): ProviderMetadata {
  const { metadataUrl, clientId, timeoutMs } = settings;
  const timeout = timeoutMs / 1000;
  let reading: Promise<ServerMetadata> | undefined;
  let known: ServerMetadata | undefined;
  let readAt = 0;

  async function discover(client: Client): Promise<ServerMetadata> {
    try {
      const execute = mayBePlain(settings) ? [client.allowInsecureRequests] : [];
      const found = await client.discovery(metadataUrl, clientId, undefined, client.None(), { timeout, execute });
      known = found.serverMetadata();
      readAt = Date.now();
      return known;
    } catch (thrown) {
      logger.warn(`The OpenID provider at ${metadataUrl.host} could not be read`, thrown as Error);
      throw thrown;
    }
  }

  async function current(client: Client, mustAnswer: boolean): Promise<ServerMetadata> {
    if (!mustAnswer && known && Date.now() - readAt < freshMs) return known;
    reading ??= discover(client).finally(() => (reading = undefined));
    try {
      return await reading;
    } catch (thrown) {
      // For a sign-in that is under way, what was known an hour ago is better than nothing.
      if (mustAnswer || !known) throw thrown;
      return known;
    }
  }

  return {
    async get({ mustAnswer = false } = {}) {
      const client = await import('openid-client');
      const found = await current(client, mustAnswer);
      const metadata = { ...found } as ServerMetadata;
      const configuration = new client.Configuration(metadata, clientId, undefined, authenticationOf(client, settings));
      configuration.timeout = timeout;
      // The ID token's signature is checked too, not only that it came over a connection to the provider.
      client.enableNonRepudiationChecks(configuration);
      if (mayBePlain(settings)) client.allowInsecureRequests(configuration);
      return configuration;
    },
  };
}
