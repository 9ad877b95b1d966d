import type { KeyvValkeyOptions } from '@keyv/valkey';
import type { JsonObject } from '@portico/config';
import type { CacheStore, OpenStore } from './cache-store.ts';
import { escapePattern } from './redis-store.ts';

const longestText = 64_000_000;
const keysPerScan = 500;
// The client waits this long for the other side before it lets go.
const disconnectTimeout = 100;
// What the adapter puts in front of every key.
const adapterPrefix = 'namespace::';

/** The part of the client that is used beside the adapter. */
interface ValkeyClient {
  on(event: 'end' | 'error', listener: (fault?: Error) => void): void;
  connect(): Promise<void>;
  disconnect(): void;
  scan(cursor: string, ...options: (string | number)[]): Promise<[cursor: string, keys: string[]]>;
  unlink(keys: string[]): Promise<number>;
}

/** A Valkey server, or Redis in its protocol. A lost connection is opened anew by the caller, never by the client. */
export async function valkeyOpener(connection: string | JsonObject): Promise<OpenStore> {
  const { default: KeyvValkey } = await import('@keyv/valkey');
  return async ({ connectMs, onLost }) => {
    const { url, ...given } = typeof connection === 'string' ? { url: connection } : connection;
    const options = {
      ...given,
      useRedisSets: false,
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: connectMs,
      disconnectTimeout,
      retryStrategy: () => null,
    } as KeyvValkeyOptions;
    const adapter = new KeyvValkey(typeof url === 'string' ? url : options, options);
    adapter.on('error', (fault: Error) => onLost(fault.message));
    const client = adapter.redis as ValkeyClient;
    client.on('end', () => onLost('the connection ended'));
    await client.connect();
    return {
      longestText,
      getMany: async keys => (await adapter.getMany<string>([...keys])).map(text => (text as string | null) ?? undefined),
      set: async (key, text, ttlMs) => void (await adapter.set(key, text, Math.ceil(ttlMs))),
      delete: async key => void (await adapter.delete(key)),
      async sweep(prefix) {
        let cursor = '0';
        do {
          const pattern = `${adapterPrefix}${escapePattern(prefix)}*`;
          const [next, keys] = await client.scan(cursor, 'MATCH', pattern, 'COUNT', keysPerScan);
          cursor = next;
          if (keys.length > 0) await client.unlink(keys);
        } while (cursor !== '0');
      },
      end: () => client.disconnect(),
    } satisfies CacheStore;
  };
}
