import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { createMemoryAdapter } from './memory-adapter.ts';
import type { MemoryAdapterFactory } from './memory-adapter.ts';
import { confirmPage, loginPage } from './pages.ts';

/** Claims of an account, by its name. */
export type OpenIdAccount = Readonly<Record<string, string | boolean>>;

/** The client that a portal is to the provider. */
export interface OpenIdClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
}

/** What `startOpenIdProvider` takes. */
export interface OpenIdProviderOptions {
  readonly client: OpenIdClient;
  /** Claims by subject. */
  readonly accounts: Readonly<Record<string, OpenIdAccount>>;
  /** Default: a free one. */
  readonly port?: number;
}

/** A real OpenID provider on this machine. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** For the provider's settings in the portal. */
  readonly metadataUrl: string;
  /** New keys; tokens of the old ones can't be proven any more. */
  rotateKeys(): Promise<void>;
  /** Accounts that may not go on: their tokens are refused. */
  block(subject: string): void;
  /** Answers nothing until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const secretBytes = 32;

async function makeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomBytes(6).toString('hex'), alg: 'RS256', use: 'sig' };
}

interface ProviderParts extends OpenIdProviderOptions {
  readonly issuer: string;
  readonly adapter: MemoryAdapterFactory;
  readonly cookieKey: string;
  readonly blocked: ReadonlySet<string>;
}

async function createProvider({ issuer, client, accounts, adapter, cookieKey, blocked }: ProviderParts): Promise<Provider> {
  return new Provider(issuer, {
    adapter,
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...client.redirectUris],
        post_logout_redirect_uris: [...(client.postLogoutRedirectUris ?? [])],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [(await makeKey()) as never] },
    cookies: { keys: [cookieKey] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'picture'], email: ['email', 'email_verified'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => void (context.body = confirmPage(form)) },
    },
    findAccount: (_context, accountId) =>
      accounts[accountId] && !blocked.has(accountId)
        ? { accountId, claims: () => ({ sub: accountId, ...accounts[accountId] }) }
        : undefined,
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    issueRefreshToken: (_context, owner) => owner.grantTypeAllowed('refresh_token'),
    pkce: { required: () => true },
    rotateRefreshToken: true,
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, RefreshToken: 3_600, Session: 3_600, Grant: 3_600, Interaction: 600 },
  });
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html').end(loginPage());
    return;
  }
  const accountId = new URLSearchParams(await text(request)).get('account') ?? '';
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
  grant.addOIDCScope(String(params['scope']));
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId }, consent }, { mergeWithLastSubmission: false });
}

/** Starts a provider at which each account signs in by its name alone. Call `stop` at the end of the test. */
export async function startOpenIdProvider(options: OpenIdProviderOptions): Promise<OpenIdProvider> {
  const server = createServer();
  const listen = (port: number) => new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const blocked = new Set<string>();
  const parts = { ...options, issuer, blocked, adapter: createMemoryAdapter(), cookieKey: randomBytes(secretBytes).toString('hex') };
  let provider = await createProvider(parts);
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      interact(provider, request, response).catch((thrown: Error) => response.writeHead(400).end(thrown.message));
    } else void provider.callback()(request, response);
  });
  const close = async () => {
    const closed = new Promise(resolve => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return {
    issuer,
    metadataUrl: `${issuer}/.well-known/openid-configuration`,
    async rotateKeys() {
      provider = await createProvider(parts);
    },
    block: subject => void blocked.add(subject),
    pause: close,
    resume: () => listen(port),
    async stop() {
      if (server.listening) await close();
    },
  };
}
