import type { Knex } from 'knex';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { metricsRegistryRef, pluginConditionsRef } from '../internal-services.ts';
import { showPool } from '../metrics/pool-metrics.ts';
import { createDatabaseRoot } from './database-root.ts';
import type { DatabaseService } from './database-service.ts';
import { readDatabaseSettings } from './database-settings.ts';
import { openDatabase } from './open-database.ts';

const serverAway = 'Its database server does not answer';

/** A logical database per plugin, by `backend.database`; opened when first asked for, closed when the process stops. */
export const databaseFactory = createServiceFactory({
  service: coreServices.database,
  deps: {
    conditions: pluginConditionsRef,
    config: coreServices.rootConfig,
    metrics: metricsRegistryRef,
    plugin: coreServices.pluginMetadata,
    rootInstance: coreServices.rootInstance,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  createRootContext: ({ conditions, config, rootInstance, rootLifecycle, rootLogger }) =>
    createDatabaseRoot({
      config,
      dataDirectory: rootInstance.dataDirectory,
      onLocked: rootLifecycle.addShutdownHook,
      onRemark: remark => rootLogger.debug(`Database connections: ${remark}`),
      onServer({ away, pluginIds }) {
        for (const id of pluginIds) conditions.set(id, 'database', away ? serverAway : undefined);
        if (away) rootLogger.error('A database server does not answer; what needs it is answered 503 until it does', { pluginIds });
        else rootLogger.info('The database server answers again', { pluginIds });
      },
    }),
  async factory({ config, metrics, plugin, rootLifecycle }, root): Promise<DatabaseService> {
    const settings = await readDatabaseSettings(config, plugin.id);
    let opening: Promise<Knex> | undefined;
    const open = async () => {
      try {
        const knex = await openDatabase(settings, root);
        showPool(metrics, plugin.id, knex);
        return knex;
      } catch (fault) {
        // The next call tries again: the server may be back by then.
        opening = undefined;
        throw fault;
      }
    };
    const getClient = () => (opening ??= open());
    rootLifecycle.addShutdownHook(async () => (await opening?.catch(() => undefined))?.destroy());
    return {
      getClient,
      migrations: { skip: settings.skipMigrations },
      async migrate(migrations) {
        if (settings.skipMigrations) return;
        const { runMigrations } = await import('./migrations/run-migrations.ts');
        await runMigrations({ knex: await getClient(), pluginId: plugin.id, migrations });
      },
    };
  },
});
