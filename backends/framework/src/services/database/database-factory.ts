import { join } from 'node:path';
import type { Knex } from 'knex';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import type { DatabaseService } from './database-service.ts';
import { runMigrations } from './run-migrations.ts';
import { openSqlite } from './sqlite-client.ts';

/** One SQLite file per plugin, opened when first asked for, closed when the process stops. */
export const databaseFactory = createServiceFactory({
  service: coreServices.database,
  deps: {
    plugin: coreServices.pluginMetadata,
    rootInstance: coreServices.rootInstance,
    rootLifecycle: coreServices.rootLifecycle,
  },
  factory({ plugin, rootInstance, rootLifecycle }): DatabaseService {
    const filename = join(rootInstance.dataDirectory, 'databases', `${plugin.id}.sqlite`);
    let opening: Promise<Knex> | undefined;
    const getClient = () => (opening ??= openSqlite(filename));
    rootLifecycle.addShutdownHook(async () => (await opening)?.destroy());
    return {
      getClient,
      migrate: async migrations => runMigrations({ knex: await getClient(), pluginId: plugin.id, migrations }),
    };
  },
});
