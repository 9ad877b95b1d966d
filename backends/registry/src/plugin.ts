import { auditRoutes, coreServices, createBackendPlugin } from '@portico/backend-framework';
import type { UrlReaderService } from '@portico/backend-framework';
import { registryRevisionTopic } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { assembleRegistry } from './assemble-registry.ts';
import { createArtifactCache } from './artifacts/artifact-cache.ts';
import { registryConfigSchema } from './config/config-schema.ts';
import { readRegistryConfig } from './config/registry-config.ts';
import type { RegistryConfig } from './config/registry-config.ts';
import { createArtifactHandler } from './http/artifact-handler.ts';
import { auditedRoutes } from './http/audited-routes.ts';
import { createRegistryRouter } from './http/registry-router.ts';
import { createUpkeepRouter } from './http/upkeep-router.ts';
import { createViolationRouter, reportPath } from './http/violation-router.ts';
import type { HostedReader } from './mirror/read-hosted.ts';
import { migrations } from './store/migrations.ts';
import { createRegistryDatabase } from './store/registry-database.ts';
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
    limitMs: config().hostTimeoutMs,
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
        auditor: coreServices.auditor,
        rootConfig: coreServices.rootConfig,
        rootInstance: coreServices.rootInstance,
        logger: coreServices.logger,
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
        rootHttpRouter: coreServices.rootHttpRouter,
        httpAuth: coreServices.httpAuth,
        events: coreServices.events,
        urlReader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
        metrics: coreServices.metrics,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ auditor, rootConfig, rootInstance, logger, database, httpRouter, rootHttpRouter, httpAuth, events, urlReader, scheduler, metrics, ...policy }) {
        let config = readRegistryConfig(rootConfig);
        await database.migrate(migrations);
        const registryDatabase = createRegistryDatabase(await database.getClient());
        const chaosAllowed = config.chaosAllowed ?? rootInstance.development;
        const assembled = assembleRegistry({
          chaosAllowed,
          ...policy,
          database: registryDatabase,
          logger,
          metrics,
          config: () => config,
          configuration: rootConfig,
          reader: versions => createReader(urlReader, versions, () => config),
          publish: (topic, payload) => events.publish(topic, payload),
        });
        const { core, finder, board, follower, gate, visibility, services, offerFile, sweeping, takeReports, impact, tellConfigFaults } = assembled;
        await core.start();
        const probeHosts = (signal: AbortSignal): Promise<void> => follower.probeHosts(signal, core.follow);
        rootConfig.subscribe(changed => {
          const before = JSON.stringify(config.overrides);
          config = readRegistryConfig(changed);
          // Whose override is not allowed any more hears of it: open sessions ask again.
          const tellSessions = async (): Promise<void> => {
            if (JSON.stringify(config.overrides) !== before) await core.change({ work: async () => undefined });
          };
          const taken = core.start().then(tellSessions).then(tellConfigFaults).then(() => probeHosts(AbortSignal.timeout(probeTimeoutMs)));
          taken.catch((thrown: unknown) => logger.error('The changed registry.remotes could not be read', { reason: messageOf(thrown) }));
        });
        httpRouter.use(auditRoutes(auditor, auditedRoutes));
        httpRouter.use(createRegistryRouter({ ...services, board, gate, visibility, httpAuth, settled: core.settled, telemetryPerMinute: config.telemetryPerMinute }));
        httpRouter.use(createUpkeepRouter({ httpAuth, sweeping, impact, visibility, database: registryDatabase, rules: config }));
        httpRouter.addAuthPolicy({ path: reportPath, allow: 'anonymous' });
        httpRouter.use(createViolationRouter({ takeReports, reportsPerMinute: config.reportsPerMinute }));
        const cache = createArtifactCache(cachedBytes);
        rootHttpRouter.use('/remotes', createArtifactHandler({ finder, cache, httpAuth, isPublic: config.artifactsArePublic, chaosAllowed }));
        scheduler.scheduleTask({
          // Folders, live hosts and what was read last are this process's own.
          id: 'look-at-folders',
          scope: 'local',
          frequencyMs: config.watchIntervalMs,
          initialDelayMs: config.watchIntervalMs,
          timeoutMs: 30_000,
          run: () =>
            core.follow(async () => {
              const otherOffer = await offerFile.refresh();
              return (await follower.lookAtFolders()) || otherOffer;
            }),
        });
        scheduler.scheduleTask({
          id: 'probe-hosts',
          scope: 'local',
          frequencyMs: config.probeIntervalMs,
          timeoutMs: probeTimeoutMs,
          run: probeHosts,
        });
        scheduler.scheduleTask({
          id: 'forget-reports',
          frequencyMs: 3600_000,
          initialDelayMs: 600_000,
          timeoutMs: 60_000,
          run: () => services.telemetry.sweep(),
        });
        scheduler.scheduleTask({
          id: 'end-overrides',
          frequencyMs: 600_000,
          initialDelayMs: 600_000,
          timeoutMs: 60_000,
          run: () => services.overrides.sweep(),
        });
        scheduler.scheduleTask({
          id: 'sweep-artifacts',
          frequencyMs: config.sweepIntervalMs,
          initialDelayMs: config.sweepIntervalMs,
          timeoutMs: 600_000,
          run: async signal => void (await sweeping.sweep(signal)),
        });
        if (registryDatabase.isShared) {
          // Where events are carried between processes, a change of another one is heard of before the next look.
          events.subscribe(registryRevisionTopic, payload => {
            const { revision } = payload as { revision?: unknown };
            if (revision === board.revision()) return;
            core.catchUp().catch((thrown: unknown) => logger.warn('A change of another process could not be read', { reason: messageOf(thrown) }));
          });
          const frequencyMs = config.pollIntervalMs;
          scheduler.scheduleTask({ id: 'catch-up', scope: 'local', frequencyMs, timeoutMs: 10_000, run: () => core.catchUp() });
        }
      },
    });
  },
});
