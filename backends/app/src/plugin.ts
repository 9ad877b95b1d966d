import { join } from 'node:path';
import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import { configRevisionTopic, registryRevisionTopic } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { createAssetHandler } from './assets/asset-handler.ts';
import { openAssets } from './assets/open-assets.ts';
import { appConfigSchema } from './config-schema.ts';
import { createPage, createPageHandler } from './page/page-handler.ts';
import { createPublicConfigRouter } from './public-config/public-config-router.ts';
import { createPublicConfig } from './public-config/public-config.ts';
import { fetchRemoteSchemas } from './public-config/remote-schemas.ts';
import { readShellBuild } from './shell-build/shell-build.ts';

const hourMs = 60 * 60 * 1000;
const minuteMs = 60 * 1000;
const firstRequestsMs = 100;

/** The page, the shell's files at `/assets`, and the public configuration at `/api/app/config`. */
export const appPlugin = createBackendPlugin({
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
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, events, httpAuth, httpRouter, logger, rootHttpRouter, rootInstance, rootLifecycle, scheduler }) {
        const build = await readShellBuild(config.getOptionalString('app.shellDirectory'));
        let page = createPage(config, build.page);
        rootHttpRouter.useFallback(createPageHandler({ page: () => page, httpAuth }));

        const directory = join(rootInstance.dataDirectory, 'app-assets');
        const assets = await openAssets({ directory, assetsDirectory: build.assetsDirectory });
        rootHttpRouter.use('/assets', createAssetHandler(assets.index));
        scheduler.scheduleTask({ id: 'prune-builds', scope: 'local', frequencyMs: hourMs, timeoutMs: minuteMs, run: assets.prune });

        const publicConfig = createPublicConfig(config.data(), config.schemas());
        const announce = () => events.publish(configRevisionTopic, { revision: publicConfig.current().revision });
        httpRouter.addAuthPolicy({ path: '/config', allow: 'unauthenticated' });
        httpRouter.use(createPublicConfigRouter(publicConfig));
        announce();
        config.subscribe(reader => {
          if (publicConfig.update({ data: config.data() })) announce();
          page = createPage(reader, build.page);
        });

        // A registry that is away must not keep the page from its users: the last known schemas stay in use.
        const learnRemoteSchemas = async (): Promise<void> => {
          try {
            if (publicConfig.update({ remoteSchemas: await fetchRemoteSchemas({ auth, discovery }) })) announce();
          } catch (fault) {
            logger.warn(`Keys of remotes stay as visible as they are: ${messageOf(fault)}`);
          }
        };
        // When all plugins run, and after the first requests that waited for that.
        rootLifecycle.addStartupHook(() => {
          const follow = () => events.subscribe(registryRevisionTopic, () => void learnRemoteSchemas());
          setTimeout(follow, firstRequestsMs).unref();
        });
      },
    });
  },
});
