import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { readAllowedHosts } from './allowed-hosts.ts';

/** Reads over HTTP; the client is loaded with the first read. */
export const urlReaderFactory = createServiceFactory({
  service: coreServices.urlReader,
  deps: { rootConfig: coreServices.rootConfig, rootInstance: coreServices.rootInstance },
  factory: ({ rootConfig, rootInstance }) => ({
    async readUrl(url, options = {}) {
      const { readOverHttp } = await import('./read-over-http.ts');
      const allowed = readAllowedHosts(rootConfig, options.allowHosts);
      return readOverHttp(url, { ...options, allowed, loopback: rootInstance.listensOnLoopback() });
    },
  }),
});
