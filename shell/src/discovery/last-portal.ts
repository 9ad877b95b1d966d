import { parseShape, publicConfigSchema, sessionSchema } from '@portico/contracts';
import type { PublicConfig, Session } from '@portico/contracts';

/** Who used this browser last, and the public configuration of then: for a start while the backends are down. */
export interface LastPortal {
  readonly session: Session;
  readonly config: PublicConfig;
}

/** Where it is remembered. */
export interface LastPortals {
  /** Nothing once the session of then has ended. */
  read(): LastPortal | undefined;
  write(last: LastPortal): void;
  forget(): void;
}

const key = 'portico:last-portal';

/** Remembers the last portal in a web storage; keeps nothing where the storage is forbidden. */
export function createLastPortals(storage: Storage | undefined, now: () => number): LastPortals {
  const quietly = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch {
      return undefined;
    }
  };
  return {
    read: () =>
      quietly(() => {
        const kept = JSON.parse(storage?.getItem(key) ?? 'null') as { session?: unknown; config?: unknown } | null;
        const session = parseShape(sessionSchema, kept?.session);
        const config = parseShape(publicConfigSchema, kept?.config);
        if (!session.ok || !config.ok || Date.parse(session.value.expiresAt) <= now()) return undefined;
        return { session: session.value, config: config.value };
      }),
    write: last => void quietly(() => storage?.setItem(key, JSON.stringify(last))),
    forget: () => void quietly(() => storage?.removeItem(key)),
  };
}
