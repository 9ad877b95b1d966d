import { resolve } from 'node:path';
import { coreServices, createBackendPlugin, sharesDatabase } from '@portico/backend-framework';
import { catalogRevisionTopic } from '@portico/plugin-catalog-common';
import { catalogProcessingExtensionPoint } from '@portico/plugin-catalog-node';
import type { JsonObject } from '@portico/plugin-catalog-common';
import { createCatalog } from './catalog.ts';
import { readCatalogConfig } from './config/read-catalog-config.ts';
import { catalogConfigSchema } from './config-schema.ts';
import { migrations } from './migrations.ts';
import { declareCatalogPermissions } from './permissions/entity-permissions.ts';
import { createPermissionGuard } from './router/permission-guard.ts';
import { holdUntil } from './router/hold-until.ts';
import { createPollPacer } from './ingest/poll-pacer.ts';
import { createEntityProviders } from './providers/entity-providers.ts';

const pollMs = 2_000;
const longestRunMs = 10 * 60_000;
const longestHoldMs = 3_000;

/** The catalog backend plugin: reads the configured locations and serves the published catalog API at `/api/catalog`. */
export const catalogPlugin = createBackendPlugin({
  pluginId: 'catalog',
  configSchema: catalogConfigSchema,
  register(environment) {
    const providers = createEntityProviders();
    environment.registerExtensionPoint(catalogProcessingExtensionPoint, {
      addEntityProvider: (...added) => added.forEach(provider => providers.add(provider)),
    });
    environment.registerInit({
      deps: {
        auditor: coreServices.auditor,
        cache: coreServices.cache,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: coreServices.events,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({ auditor, cache, config, database, events, httpRouter, lifecycle, logger, scheduler, urlReader, ...services }) {
        await database.migrate(migrations);
        const knex = await database.getClient();
        // Paths in the configuration are relative to the folder in which the portal was started, as in Backstage.
        const readConfig = () => readCatalogConfig(config.getOptional<JsonObject>('catalog') ?? {}, resolve('.'));
        let current = readConfig();
        const catalog = createCatalog({
          knex,
          logger,
          auditor,
          urlReader,
          onRevision: revision => events.publish(catalogRevisionTopic, { revision }),
          ...(sharesDatabase(config, 'catalog') ? { replicas: { cache } } : {}),
        });
        lifecycle.addShutdownHook(catalog.end);
        const configure = () => catalog.configure([...current.origins, ...providers.origins(current.allowOf)]);
        configure();

        const filled = await catalog.hasEntities();
        const firstRead = Promise.withResolvers<void>();
        if (!filled && current.origins.length > 0) httpRouter.use(holdUntil(firstRead.promise, longestHoldMs));
        declareCatalogPermissions(services.permissionsRegistry, catalog.entitiesByRef);
        httpRouter.use(createPermissionGuard(services));
        httpRouter.use(catalog.router);

        const follow = async (): Promise<void> => {
          current = readConfig();
          configure();
          await catalog.refresh({ urls: true });
        };
        config.subscribe(() => {
          follow().catch((error: Error) => logger.error('The changed catalog configuration could not be followed', error));
        });

        await providers.connect({
          onChanged() {
            configure();
            return catalog.refresh({ urls: false });
          },
          treeVersion: catalog.treeVersion,
        });

        let urlsDueAt = 0;
        const pacer = createPollPacer();
        scheduler.scheduleTask({
          id: 'read-locations',
          frequencyMs: pollMs,
          timeoutMs: longestRunMs,
          run: async signal => {
            const now = Date.now();
            const urls = now >= urlsDueAt;
            if (!urls && !pacer.isDue(now)) return;
            if (urls) urlsDueAt = current.intervalMs === false ? Infinity : now + current.intervalMs * (1 + Math.random() / 2);
            await pacer.measure(() => catalog.refresh({ urls, signal }));
            firstRead.resolve();
          },
        });
      },
    });
  },
});
