import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { pluginHooksRef } from '../internal-services.ts';

/** Hooks of one plugin. */
export const lifecycleFactory = createServiceFactory({
  service: coreServices.lifecycle,
  deps: { hooks: pluginHooksRef, plugin: coreServices.pluginMetadata },
  factory({ hooks, plugin }) {
    const own = hooks.of(plugin.id);
    return {
      addStartupHook: hook => void own.startup.add(hook),
      addShutdownHook: hook => void own.shutdown.add(hook),
    };
  },
});
