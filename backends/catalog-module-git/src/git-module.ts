import { join } from 'node:path';
import type { JsonObject } from '@portico/config';
import { coreServices, createBackendModule } from '@portico/backend-framework';
import { catalogProcessingExtensionPoint } from '@portico/plugin-catalog-node';
import { gitConfigSchema } from './git-config-schema.ts';
import { readGitConfig } from './read-git-config.ts';

/** Finds `catalog-info.yaml` files in the git repositories that `catalog.providers.git` names, and follows their changes. */
export const catalogGitModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'git',
  configSchema: gitConfigSchema,
  register(environment) {
    environment.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        rootInstance: coreServices.rootInstance,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, logger, rootInstance, scheduler }) {
        const repositories = readGitConfig(config.getOptional<JsonObject>('catalog.providers.git') ?? {});
        if (repositories.length === 0) return;
        const { createGitEntityProvider } = await import('./git-entity-provider.ts');
        const directory = join(rootInstance.dataDirectory, 'catalog-git');
        for (const repository of repositories) {
          catalog.addEntityProvider(createGitEntityProvider({ repository, directory, logger, scheduler }));
        }
      },
    });
  },
});
