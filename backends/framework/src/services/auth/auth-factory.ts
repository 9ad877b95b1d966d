import type { ConfigReader } from '@portico/config';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { eventHubRef, routeTableRef, startedAccessRef } from '../internal-services.ts';
import { revokedSessionsTopic } from './auth-service.ts';
import type { AuthService } from './auth-service.ts';
import { isPrincipal } from './credentials.ts';
import { createAuthenticate } from './authenticate.ts';
import type { ProvenCredentials, SharedChecks } from './authenticate.ts';
import { behalfOf } from './behalf.ts';
import { createJwksAccessCheck } from './jwks-access.ts';
import { createKeySource } from './key-source.ts';
import { createPluginKeyStore } from './plugin-key-store.ts';
import { createPluginTokenCheck, createPluginTokenIssuer, pluginKeysPath, pluginTokenLifetimeMs } from './plugin-tokens.ts';
import { createRevokedSessions } from './revoked-sessions.ts';
import { createSigningKeys } from './signing-keys.ts';
import { createStaticAccessCheck, readStaticAccess, warnOfLegacyAccess } from './static-access.ts';
import type { StaticAccessCheck } from './static-access.ts';
import { createUserTokens } from './user-tokens.ts';
import { createVerifiedTokens } from './verified-tokens.ts';

/** A plugin's key signs for an hour; its public half is kept while a token of it may live. */
const keySignsMs = 60 * 60_000;

type BaseUrlOf = (pluginId: string) => Promise<string>;

/** What all plugins of a process share, made when the first of them knows where the others are. */
function createSharedChecks(parts: Pick<SharedChecks, 'staticAccess' | 'jwksAccess'>, baseUrlOf: BaseUrlOf): SharedChecks {
  const userKeys = createKeySource({
    url: async () => `${await baseUrlOf('auth')}/.well-known/jwks.json`,
    owner: 'the plugin auth',
  });
  const revoked = createRevokedSessions(async () => `${await baseUrlOf('auth')}/.well-known/revoked-sessions.json`);
  return {
    ...parts,
    revoked,
    users: createUserTokens(userKeys, revoked),
    plugins: createPluginTokenCheck(baseUrlOf),
    verified: createVerifiedTokens(),
    proven: new WeakMap<object, ProvenCredentials>(),
  };
}

/** User tokens by the keys of the auth plugin, plugin tokens by those of each plugin, and tokens of programs. */
export const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: {
    database: coreServices.database,
    discovery: coreServices.discovery,
    hub: eventHubRef,
    plugin: coreServices.pluginMetadata,
    rootConfig: coreServices.rootConfig,
    rootLogger: coreServices.rootLogger,
    routes: routeTableRef,
    startedAccess: startedAccessRef,
  },
  createRootContext({ hub, rootConfig, rootLogger, startedAccess }) {
    warnOfLegacyAccess(rootConfig, rootLogger);
    const readChecks = (config: ConfigReader) => createStaticAccessCheck([...startedAccess, ...readStaticAccess(config)]);
    let staticAccess = readChecks(rootConfig);
    // A token that was taken out of the configuration opens nothing any more.
    rootConfig.subscribe(config => void (staticAccess = readChecks(config)));
    const check: StaticAccessCheck = (token, pluginId) => staticAccess(token, pluginId);
    const parts = { staticAccess: check, jwksAccess: createJwksAccessCheck(rootConfig) };
    let shared: SharedChecks | undefined;
    hub.subscribe(revokedSessionsTopic, () => shared?.revoked.outdate());
    return { sharedBy: (baseUrlOf: BaseUrlOf) => (shared ??= createSharedChecks(parts, baseUrlOf)) };
  },
  factory({ database, discovery, plugin, routes }, { sharedBy }): AuthService {
    const checks = sharedBy(pluginId => discovery.getBaseUrl(pluginId));
    const keys = createSigningKeys({
      store: createPluginKeyStore(database),
      signsMs: keySignsMs,
      tokensLiveMs: pluginTokenLifetimeMs,
    });
    const issuer = createPluginTokenIssuer(plugin.id, keys);
    // Published before the plugin is ready: it may call others while it starts.
    routes.early(plugin.id).get(pluginKeysPath, async (_request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      response.json(await keys.published());
    });
    return {
      authenticate: createAuthenticate(plugin.id, checks),
      async getPluginRequestToken({ targetPluginId, onBehalfOf }) {
        return { token: await issuer.issue(targetPluginId, onBehalfOf && behalfOf(onBehalfOf, checks.proven)) };
      },
      getNoneCredentials: async () => ({ principal: { type: 'none' } }),
      isPrincipal,
      getOwnServiceCredentials: async () => ({ principal: { type: 'service', subject: `plugin:${plugin.id}`, roles: [] } }),
      listPublicServiceKeys: () => keys.published(),
    };
  },
});
