import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import type { UrlReaderService } from '@portico/backend-framework';
import { registryRevisionTopic } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { createArtifactCache } from './artifacts/artifact-cache.ts';
import { createArtifactFinder } from './artifacts/artifact-finder.ts';
import { registryConfigSchema } from './config/config-schema.ts';
import { readRegistryConfig } from './config/registry-config.ts';
import type { RegistryConfig } from './config/registry-config.ts';
import { createArtifactHandler } from './http/artifact-handler.ts';
import { createRegistryRouter } from './http/registry-router.ts';
import type { HostedReader } from './mirror/read-hosted.ts';
import { createOfferFile } from './offering/offer-file.ts';
import { createOfferingBoard } from './offering/offering-board.ts';
import { checkAlone } from './remotes/check-remote.ts';
import { readHostedRemote } from './service/examine.ts';
import { createRegistryService } from './service/registry-service.ts';
import { createRemoteFollower } from './service/remote-follower.ts';
import { migrations } from './store/migrations.ts';
import { createRegistrationStore } from './store/registration-store.ts';
import { createRevisionStore } from './store/revision-store.ts';
import { createVersionStore } from './store/version-store.ts';
import type { VersionStore } from './store/version-store.ts';

/** Bytes of artifacts, with their compressed forms, that are kept in memory. */
const cachedBytes = 12 * 1024 * 1024;
const probeTimeoutMs = 300_000;

/** The hosts that the configuration names, beside those that the whole portal may read from. */
function hostsOf({ registrations, allowedOrigins }: RegistryConfig): string[] {
  const hosted = registrations.filter(registration => registration.kind !== 'folder');
  const places = [...hosted.map(registration => registration.location), ...allowedOrigins];
  return [...new Set(places.map(place => new URL(place).host))];
}

function createReader(urlReader: UrlReaderService, versions: VersionStore, config: () => RegistryConfig): HostedReader {
  return {
    urlReader,
    versions,
    get allowHosts() {
      return hostsOf(config());
    },
  };
}

/** The registry: which remotes there are, whether they may run, and their files. */
export const registryPlugin = createBackendPlugin({
  pluginId: 'registry',
  configSchema: registryConfigSchema,
  register(env) {
    env.registerInit({
      deps: {
        rootConfig: coreServices.rootConfig,
        logger: coreServices.logger,
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
        rootHttpRouter: coreServices.rootHttpRouter,
        httpAuth: coreServices.httpAuth,
        events: coreServices.events,
        urlReader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init({ rootConfig, logger, database, httpRouter, rootHttpRouter, httpAuth, events, urlReader, scheduler }) {
        let config = readRegistryConfig(rootConfig);
        await database.migrate(migrations);
        const knex = await database.getClient();
        const versions = createVersionStore(knex);
        const registrations = createRegistrationStore(knex);
        const board = createOfferingBoard({
          revisions: createRevisionStore(knex),
          logger,
          publish: revision => events.publish(registryRevisionTopic, { revision }),
        });
        const offerFile = createOfferFile(config.offerFile);
        const finder = createArtifactFinder(versions);
        const reader = createReader(urlReader, versions, () => config);
        const follower = createRemoteFollower({
          registrations: async () => [...config.registrations, ...(await registrations.list())],
          versions,
          check: (registration, content) => checkAlone(registration, content, offerFile.current()),
          read: (registration, signal) => {
            const { allowedOrigins } = config;
            return readHostedRemote(registration, { reader: { ...reader, signal }, allowedOrigins });
          },
        });
        const service = createRegistryService({
          board, finder, follower, offerFile, registrations, versions, reader, allowedOrigins: () => config.allowedOrigins,
        });
        await service.start();
        rootConfig.subscribe(changed => {
          config = readRegistryConfig(changed);
          const taken = service.start().then(() => service.probeHosts(AbortSignal.timeout(probeTimeoutMs)));
          taken.catch((thrown: unknown) => logger.error('The changed registry.remotes could not be read', { reason: messageOf(thrown) }));
        });
        httpRouter.use(createRegistryRouter({ service, board, httpAuth }));
        const cache = createArtifactCache(cachedBytes);
        rootHttpRouter.use('/remotes', createArtifactHandler({ finder, cache, httpAuth, isPublic: config.artifactsArePublic }));
        scheduler.scheduleTask({
          id: 'look-at-folders',
          frequencyMs: config.watchIntervalMs,
          initialDelayMs: config.watchIntervalMs,
          timeoutMs: 30_000,
          run: () => service.lookAtFolders(),
        });
        scheduler.scheduleTask({
          id: 'probe-hosts',
          frequencyMs: config.probeIntervalMs,
          timeoutMs: probeTimeoutMs,
          run: signal => service.probeHosts(signal),
        });
      },
    });
  },
});
