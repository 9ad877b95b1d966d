import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Makes the store of each kind of thing that a provider keeps. */
export type MemoryAdapterFactory = (kind: string) => Adapter;

/** Keeps everything in memory, for as long as the test runs, also when the provider changes its keys. */
export function createMemoryAdapter(): MemoryAdapterFactory {
  const entries = new Map<string, AdapterPayload>();
  return kind => {
    const keyOf = (id: string) => `${kind} ${id}`;
    const findBy = (property: 'uid' | 'userCode', value: string) =>
      [...entries].find(([key, payload]) => key.startsWith(`${kind} `) && payload[property] === value)?.[1];
    return {
      upsert: async (id, payload) => void entries.set(keyOf(id), payload),
      find: async id => entries.get(keyOf(id)),
      findByUid: async uid => findBy('uid', uid),
      findByUserCode: async userCode => findBy('userCode', userCode),
      async consume(id) {
        const payload = entries.get(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async id => void entries.delete(keyOf(id)),
      async revokeByGrantId(grantId) {
        for (const [key, payload] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    };
  };
}
