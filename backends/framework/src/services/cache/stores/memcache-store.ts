import type { JsonObject } from '@portico/config';
import type { CacheStore, OpenStore } from './cache-store.ts';

// The server counts in seconds, and takes more than 30 days for a date.
const longestTtlMs = 30 * 86_400_000;
const longestText = 1_000_000;
// The client's own time limits leave half-read answers behind, so ours always come first.
const neverSeconds = 3_600;

function addressOf(connection: string | JsonObject): string {
  if (typeof connection === 'string') return connection.replace(/^memcached?:\/\//, '').replace(/\/$/, '');
  const { url, host = 'localhost', port = 11_211, username, password } = connection;
  if (typeof url === 'string') return addressOf(url);
  const credentials = username === undefined ? '' : `${String(username)}:${String(password)}@`;
  return `${credentials}${String(host)}:${String(port)}`;
}

interface MemjsClient {
  readonly servers: readonly { error(fault: Error): void }[];
}

/** A memcached server, or several divided by commas; `user:password@` where the server wants SASL. */
export async function memcacheOpener(connection: string | JsonObject): Promise<OpenStore> {
  const { KeyvMemcache } = await import('@keyv/memcache');
  return async () => {
    const adapter = new KeyvMemcache(addressOf(connection), {
      timeout: neverSeconds,
      conntimeout: neverSeconds,
      retries: 0,
      logger: { log: () => undefined },
      deserialize: (value: Buffer) => value.toString(),
    });
    // Each fault comes as a rejection too.
    adapter.on('error', () => undefined);
    const read = async (key: string): Promise<string | undefined> => {
      const found: unknown = await adapter.get(key);
      return typeof found === 'string' ? found : undefined;
    };
    const store: CacheStore = {
      longestText,
      getMany: keys => Promise.all(keys.map(read)),
      set: (key, text, ttlMs) => adapter.set(key, text, Math.ceil(Math.min(ttlMs, longestTtlMs) / 1000) * 1000),
      delete: async key => void (await adapter.delete(key)),
      // What the client calls closing waits for the other side.
      end: () => (adapter.client as MemjsClient).servers.forEach(server => server.error(new DOMException('closed', 'AbortError'))),
    };
    await store.getMany(['portico']).catch((fault: unknown) => {
      store.end();
      throw fault;
    });
    return store;
  };
}
