import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';

const anyAddress = new Set(['0.0.0.0', '::', '']);

function hostForUrl(host: string): string {
  if (anyAddress.has(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** All plugins are in this process. */
export const discoveryFactory = createServiceFactory({
  service: coreServices.discovery,
  deps: { rootInstance: coreServices.rootInstance },
  factory: ({ rootInstance }) => ({
    async getBaseUrl(pluginId) {
      const { host, port } = await rootInstance.address();
      return `http://${hostForUrl(host)}:${port}/api/${pluginId}`;
    },
  }),
});
