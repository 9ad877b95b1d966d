import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { readAllowedHosts } from './allowed-hosts.ts';
import type { ReadUrlOptions, ReadUrlResult, UrlReaderService } from './url-reader-service.ts';

const wildcard = /[*?[\]{}]/;

function hasWildcard(url: string): boolean {
  return URL.canParse(url) && wildcard.test(decodeURI(new URL(url).pathname));
}

/** Everything else that readers do, on top of `readUrl`. */
export function createUrlReader(readUrl: UrlReaderService['readUrl']): UrlReaderService {
  async function readIfThere(url: string, options?: ReadUrlOptions): Promise<ReadUrlResult | undefined> {
    try {
      return await readUrl(url, options);
    } catch (thrown) {
      if (isPorticoError(thrown) && thrown.code === frameworkErrors.READ_NOT_FOUND.code) return undefined;
      throw thrown;
    }
  }
  return {
    readUrl,
    async readTree(url, { filter, maxTreeBytes, ...options } = {}) {
      const result = await readUrl(url, options);
      if (result.status === 'not-modified') return result;
      const { body, url: found, etag } = result;
      const { filesOf } = await import('./read-tree.ts');
      const limits = { url, ...(filter ? { filter } : {}), ...(maxTreeBytes === undefined ? {} : { maxTreeBytes }) };
      const files = await filesOf(body, limits);
      return { status: 'ok', files: async () => files, url: found, ...(etag === undefined ? {} : { etag }) };
    },
    async search(url, options) {
      if (hasWildcard(url)) throw createError(frameworkErrors.READ_PATTERN, { url });
      const result = await readIfThere(url, options);
      if (result?.status === 'not-modified') return result;
      if (!result) return { status: 'ok', files: [] };
      const { body, etag } = result;
      return { status: 'ok', files: [{ url, content: async () => body }], ...(etag === undefined ? {} : { etag }) };
    },
  };
}

/** Reads over HTTP; the client is loaded with the first read. */
export const urlReaderFactory = createServiceFactory({
  service: coreServices.urlReader,
  deps: { rootConfig: coreServices.rootConfig, rootInstance: coreServices.rootInstance },
  factory: ({ rootConfig, rootInstance }) =>
    createUrlReader(async (url, options = {}) => {
      const { readOverHttp } = await import('./read-over-http.ts');
      const allowed = readAllowedHosts(rootConfig, options.allowHosts);
      return readOverHttp(url, { ...options, allowed, loopback: rootInstance.listensOnLoopback() });
    }),
});
