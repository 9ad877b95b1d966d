import { defineErrors } from '../define-errors.ts';

/** Faults of putting a backend together: loaders, modules, services, processes. */
export const wiringErrors = /* @__PURE__ */ defineErrors('wiring', {
  LOADER_FAILED: [
    'InternalError',
    'Expected the feature loader to give backend features, got {reason} ({chain})',
    'Mend the loader, or remove its add() call; the portal does not start without knowing its plugins',
  ],
  LOADER_TOO_DEEP: [
    'InputError',
    'Expected feature loaders that give loaders at most {limit} deep, got {chain}',
    'Look for a loader that gives itself, or add the innermost features directly',
  ],
  SERVICE_DUPLICATE: [
    'ConflictError',
    'Expected one factory for the service {service} among the added features, got two',
    'Remove one of the two add() calls, or declare the service with multiton: true',
  ],
  SERVICE_TOO_LATE: [
    'ConflictError',
    'Expected the factory for the service {service} before the service was first used, got one from a loader that came later',
    'Add the factory directly with backend.add instead of through a loader that uses the service',
  ],
  EXTENSION_POINT_FOREIGN: [
    'InputError',
    'Expected {feature} to use extension points of its own plugin {plugin} only, got {point} of plugin {owner} ({chain})',
    'Write a second module with pluginId {owner}, or call plugin {owner} over HTTP',
  ],
  EXTENSION_POINT_IN_PLUGIN: [
    'InputError',
    'Expected plugin {plugin} to ask for services, got the extension point {point} ({chain})',
    'Keep what the extension point collects in a variable of register; only modules ask for extension points',
  ],
  PLUGIN_UNKNOWN: [
    'InputError',
    'Expected backend.plugins to name plugins of this installation ({known}), got {plugin}',
    'Mend the name in backend.plugins, or add the plugin to the backend',
  ],
  PLUGIN_PROCESS_ENDED: [
    'InternalError',
    'Expected the process of the plugin {plugin} to run, got: {reason}',
    'The log holds what the process said before; without the plugin nothing may run here (backend.startup)',
  ],
  PROCESS_OWN_IMPOSSIBLE: [
    'InputError',
    'Expected a backend that can start processes for backend.plugins.{plugin}.process: own, got one that was made without runBackend',
    'Start the backend with runBackend, or remove the setting',
  ],
  PLUGIN_UNREACHABLE: [
    'ServiceUnavailableError',
    'Expected the process of the plugin {plugin} to answer, got no answer',
    'Try again in a few seconds; if it stays, look at the state of that process',
  ],
  FORWARDED_IN_CIRCLE: [
    'BadGatewayError',
    'Expected the plugin {plugin} to be where discovery.endpoints says, got a circle of processes that pass the request on',
    'Name in discovery.endpoints the process that runs the plugin',
  ],
  SERVICE_RECORD_MISSING: [
    'ServiceUnavailableError',
    'Expected the domain name system to know a place of {service}, got {reason}',
    'Check the name in discovery.endpoints, and the SRV record of the service',
  ],
  PLUGIN_LATE: [
    'ServiceUnavailableError',
    'Expected the plugin {plugin} to start within {limitMs} ms, got one that is still starting',
    'Look at what its init waits for; the portal runs without it meanwhile',
  ],
});
