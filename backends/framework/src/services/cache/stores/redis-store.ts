import type { JsonObject } from '@portico/config';
import type { CacheStore, OpenStore } from './cache-store.ts';

const longestText = 64_000_000;
const keysPerScan = 500;

/** In a pattern of SCAN these have a meaning. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]]/g, '\\$&');
}

/** A Redis server, by the official client. A lost connection is opened anew by the caller, never by the client. */
export async function redisOpener(connection: string | JsonObject): Promise<OpenStore> {
  const { default: KeyvRedis, createClient } = await import('@keyv/redis');
  return async ({ connectMs, onLost }) => {
    const given = typeof connection === 'string' ? { url: connection } : connection;
    const client = createClient({
      ...given,
      disableOfflineQueue: true,
      socket: { ...(given as { socket?: object }).socket, connectTimeout: connectMs, reconnectStrategy: false },
    });
    client.on('error', (fault: Error) => onLost(fault.message));
    client.on('end', () => onLost('the connection ended'));
    const end = () => {
      if (client.isOpen) client.destroy();
    };
    await client.connect().catch((fault: unknown) => {
      end();
      throw fault;
    });
    const adapter = new KeyvRedis(client as never, { throwOnErrors: true, throwOnConnectError: true, connectionTimeout: connectMs });
    adapter.on('error', () => undefined);
    return {
      longestText,
      getMany: async keys => (await adapter.getMany<string>([...keys])) as (string | undefined)[],
      set: (key, text, ttlMs) => adapter.set(key, text, Math.ceil(ttlMs)),
      delete: async key => void (await adapter.delete(key)),
      async sweep(prefix) {
        let cursor = '0';
        do {
          const page = await client.scan(cursor, { MATCH: `${escapePattern(prefix)}*`, COUNT: keysPerScan });
          cursor = String(page.cursor);
          if (page.keys.length > 0) await client.unlink(page.keys);
        } while (cursor !== '0');
      },
      end,
    } satisfies CacheStore;
  };
}
