import { join } from 'node:path';
import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import type { BackendPlugin } from '@portico/backend-framework';
import { coreConfigSchema } from '@portico/config';
import type { JsonSchema } from '@portico/config';
import { configRevisionTopic, registryRevisionTopic } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { createAssetHandler } from './assets/asset-handler.ts';
import { indexAssets } from './assets/asset-index.ts';
import { openBuildArchive } from './assets/previous-builds.ts';
import { appConfigSchema } from './config-schema.ts';
import { createPage, createPageHandler } from './page/page-handler.ts';
import { createPublicConfigRouter } from './public-config/public-config-router.ts';
import { createPublicConfig } from './public-config/public-config.ts';
import { fetchRemoteSchemas } from './public-config/remote-schemas.ts';
import { readShellBuild } from './shell-build/shell-build.ts';

const hourMs = 60 * 60 * 1000;
const minuteMs = 60 * 1000;

/** Options of `createAppPlugin`. */
export interface AppPluginOptions {
  /** Schemas of the other backend plugins, for the visibility of their keys. */
  readonly configSchemas?: readonly JsonSchema[];
}

/** The page, the shell's files at `/assets`, and the public configuration at `/api/app/config`. */
export function createAppPlugin({ configSchemas = [] }: AppPluginOptions = {}): BackendPlugin {
  return createBackendPlugin({
    pluginId: 'app',
    configSchema: appConfigSchema,
    register(environment) {
      environment.registerInit({
        deps: {
          auth: coreServices.auth,
          config: coreServices.rootConfig,
          discovery: coreServices.discovery,
          events: coreServices.events,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          rootHttpRouter: coreServices.rootHttpRouter,
          rootInstance: coreServices.rootInstance,
          scheduler: coreServices.scheduler,
        },
        async init({ auth, config, discovery, events, httpAuth, httpRouter, logger, rootHttpRouter, rootInstance, scheduler }) {
          const build = await readShellBuild(config.getOptionalString('app.shellDirectory'));
          let page = createPage(config, build.page);

          const publicConfig = createPublicConfig(config.data(), [coreConfigSchema, appConfigSchema, ...configSchemas]);
          const announce = () => events.publish(configRevisionTopic, { revision: publicConfig.current().revision });
          const learnRemoteSchemas = async (): Promise<void> => {
            if (publicConfig.update({ remoteSchemas: await fetchRemoteSchemas({ auth, discovery }) })) announce();
          };
          httpRouter.addAuthPolicy({ path: '/config', allow: 'unauthenticated' });
          httpRouter.use(createPublicConfigRouter(publicConfig));
          announce();
          config.subscribe(reader => {
            if (publicConfig.update({ data: config.data() })) announce();
            page = createPage(reader, build.page);
          });
          // A registry that is away must not keep the page from its users: the last known schemas stay in use.
          events.subscribe(registryRevisionTopic, () => {
            learnRemoteSchemas().catch((fault: unknown) => logger.warn(`Schemas of remotes stay as they are: ${messageOf(fault)}`));
          });
          scheduler.scheduleTask({ id: 'remote-schemas', frequencyMs: minuteMs, timeoutMs: minuteMs, run: learnRemoteSchemas });

          const archive = await openBuildArchive({
            directory: join(rootInstance.dataDirectory, 'app-assets'),
            assetsDirectory: build.assetsDirectory,
          });
          let assets = await indexAssets(await archive.list());
          scheduler.scheduleTask({
            id: 'prune-builds',
            frequencyMs: hourMs,
            timeoutMs: minuteMs,
            async run() {
              await archive.prune();
              assets = await indexAssets(await archive.list());
            },
          });
          rootHttpRouter.use('/assets', createAssetHandler(() => assets));
          rootHttpRouter.useFallback(createPageHandler({ page: () => page, httpAuth }));
        },
      });
    },
  });
}
