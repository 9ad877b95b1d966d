import { coreServices, createBackendPlugin, permissionPolicyTopic } from '@portico/backend-framework';
import { createConditionsClient } from './apply-conditions.ts';
import { permissionConfigSchema } from './config-schema.ts';
import { createPolicy } from './policy/policy.ts';
import { createPermissionRouter } from './router.ts';

/** The policy, at `/api/permission`: who may do what. Follows its configuration; a bad change leaves the old policy in force. */
export const permissionPlugin = createBackendPlugin({
  pluginId: 'permission',
  configSchema: permissionConfigSchema,
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
      },
      init({ auth, config, discovery, events, httpAuth, httpRouter, logger }) {
        let policy = createPolicy(config);
        let revision = 0;
        const read = (): void => {
          policy = createPolicy(config);
          if (config.getOptionalBoolean('permission.enabled') !== false) return;
          logger.warn('permission.enabled is false: every signed-in user and every program may do everything');
        };
        read();
        config.subscribe(() => {
          try {
            read();
            events.publish(permissionPolicyTopic, { revision: (revision += 1) });
          } catch (thrown) {
            logger.error('The changed policy is not valid; the old one stays in force', thrown as Error);
          }
        });
        const applyConditions = createConditionsClient({ auth, discovery, logger });
        httpRouter.use(createPermissionRouter({ policy: () => policy, httpAuth, applyConditions }));
      },
    });
  },
});
