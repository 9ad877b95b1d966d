import { createError, frameworkErrors } from '@portico/errors';

/** The connections that one pool may open. */
export interface PoolSlots {
  /** Waits for the right to open a connection; the result gives it back and may be called twice. */
  take(): Promise<() => void>;
  /** Refuses who waits and whoever comes: the pool is closing. */
  close(): void;
  /** Tells that the pool has no connections any more. */
  leave(): void;
}

/** Shares a number of connections among all pools of the process. */
export interface ConnectionSlots {
  /** @throws FRAMEWORK_DATABASE_CEILING when there is not one connection for each pool */
  join(pluginId: string): PoolSlots;
}

interface Pool {
  readonly pluginId: string;
  ownSlotTaken: boolean;
  closing: boolean;
}

interface Waiter {
  readonly pool: Pool;
  readonly admit: (release: () => void) => void;
  readonly refuse: (fault: Error) => void;
}

/**
 * Every pool has one slot of its own, so that no plugin waits for another to make any progress at all; the rest goes to
 * whoever asks first.
 */
export function createConnectionSlots(limit: number): ConnectionSlots {
  const pools = new Set<Pool>();
  const waiting: Waiter[] = [];
  let sharedTaken = 0;

  function tryTake(pool: Pool): (() => void) | undefined {
    if (!pool.ownSlotTaken) {
      pool.ownSlotTaken = true;
      return once(() => void (pool.ownSlotTaken = false));
    }
    if (sharedTaken >= limit - pools.size) return undefined;
    sharedTaken += 1;
    return once(() => void (sharedTaken -= 1));
  }

  function once(giveBack: () => void): () => void {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      giveBack();
      admitNext();
    };
  }

  function closed({ pluginId }: Pool): Error {
    return createError(frameworkErrors.DATABASE_UNAVAILABLE, { plugin: pluginId });
  }

  function admitNext(): void {
    for (const waiter of [...waiting]) {
      const release = tryTake(waiter.pool);
      if (!release) continue;
      waiting.splice(waiting.indexOf(waiter), 1);
      waiter.admit(release);
      return;
    }
  }

  return {
    join(pluginId) {
      if (pools.size >= limit) throw createError(frameworkErrors.DATABASE_CEILING, { limit, plugin: pluginId, pools: pools.size + 1 });
      const pool: Pool = { pluginId, ownSlotTaken: false, closing: false };
      pools.add(pool);
      return {
        take: async () => {
          if (pool.closing) throw closed(pool);
          return tryTake(pool) ?? new Promise((admit, refuse) => waiting.push({ pool, admit, refuse }));
        },
        close() {
          pool.closing = true;
          for (const waiter of waiting.filter(candidate => candidate.pool === pool)) {
            waiting.splice(waiting.indexOf(waiter), 1);
            waiter.refuse(closed(pool));
          }
        },
        leave: () => void pools.delete(pool),
      };
    },
  };
}
