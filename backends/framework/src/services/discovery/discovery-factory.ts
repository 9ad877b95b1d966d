import { localUrl } from '../../http/local-url.ts';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { homeRef, pluginDirectoryRef } from '../internal-services.ts';
import type { DiscoveryService } from './discovery-service.ts';
import { readEndpoints } from './endpoints.ts';
import { resolveAddress, resolveService } from './service-records.ts';

/**
 * A plugin that `discovery.endpoints` names is there; one of this process is here; any other is where `*` says, otherwise
 * where this process belongs to. Follows changes of the configuration.
 */
export const discoveryFactory = createServiceFactory({
  service: coreServices.discovery,
  deps: {
    directory: pluginDirectoryRef,
    home: homeRef,
    rootConfig: coreServices.rootConfig,
    rootInstance: coreServices.rootInstance,
  },
  createRootContext({ rootConfig }) {
    let endpoints = readEndpoints(rootConfig);
    rootConfig.subscribe(config => void (endpoints = readEndpoints(config)));
    return { endpoints: () => endpoints };
  },
  factory({ directory, home, rootConfig, rootInstance }, { endpoints }): DiscoveryService {
    const isHere = (pluginId: string) => directory.get(pluginId) !== undefined;
    const endpointOf = (pluginId: string) =>
      endpoints().of(pluginId) ?? (isHere(pluginId) ? undefined : endpoints().ofOthers(pluginId));

    async function ownUrl(pluginId: string): Promise<string> {
      if (home.url !== undefined && !isHere(pluginId)) return `${home.url}/api/${pluginId}`;
      return `${localUrl(await rootInstance.address())}/api/${pluginId}`;
    }

    return {
      async getBaseUrl(pluginId) {
        const internal = endpointOf(pluginId)?.internal;
        return internal === undefined ? ownUrl(pluginId) : resolveAddress(internal, resolveService);
      },
      async getExternalBaseUrl(pluginId) {
        const external = endpointOf(pluginId)?.external;
        if (external !== undefined) return external;
        const base = rootConfig.getOptionalString('backend.baseUrl') ?? rootConfig.getOptionalString('app.baseUrl');
        return base === undefined ? ownUrl(pluginId) : `${base.replace(/\/+$/, '')}/api/${pluginId}`;
      },
    };
  },
});
