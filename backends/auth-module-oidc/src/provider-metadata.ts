import type { LoggerService } from '@portico/backend-framework';
import type * as openidClient from 'openid-client';
import type { Configuration, ServerMetadata } from 'openid-client';
import type { OidcSettings } from './oidc-settings.ts';

/** What is known of the provider, read when it is first needed. */
export interface ProviderMetadata {
  /** Rejects while the provider can't be reached; the next call tries again. */
  get(): Promise<Configuration>;
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
      // What was known an hour ago is better than nobody signing in.
      if (known) return known;
      throw thrown;
    }
  }

  return {
    async get() {
      const client = await import('openid-client');
      const fresh = known && Date.now() - readAt < freshMs;
      if (!fresh) reading ??= discover(client).finally(() => (reading = undefined));
      const metadata = { ...(fresh && known ? known : await reading) } as ServerMetadata;
      const configuration = new client.Configuration(metadata, clientId, undefined, authenticationOf(client, settings));
      configuration.timeout = timeout;
      // The ID token's signature is checked too, not only that it came over a connection to the provider.
      client.enableNonRepudiationChecks(configuration);
      if (mayBePlain(settings)) client.allowInsecureRequests(configuration);
      return configuration;
    },
  };
}
