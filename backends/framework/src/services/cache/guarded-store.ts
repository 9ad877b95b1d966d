import { messageOf } from '@portico/errors';
import type { LoggerService } from '../logger/logger-service.ts';
import type { CacheStore, OpenStore } from './stores/cache-store.ts';

const connectMs = 1_000;
const firstRetryMs = 250;
const lastRetryMs = 2_000;

/** What came of an operation. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** A store behind a circuit breaker: while it is away, operations fail at once and nobody waits for it. */
export interface GuardedStore {
  /** Fails when `operationMs` are over. One failure closes the store for all, until it has been seen working again. */
  run<T>(operation: (store: CacheStore) => Promise<T>): Promise<Outcome<T>>;
  /** Runs before operations are let through again after a loss; what it rejects with keeps the store closed. */
  beforeReturn(prepare: (store: CacheStore) => Promise<void>): void;
  /** Settles when the first attempt to connect has, whatever came of it. */
  readonly tried: Promise<void>;
  end(): void;
}

/** What `createGuardedStore` takes. */
export interface GuardedStoreOptions {
  readonly open: OpenStore;
  /** For an operation, in milliseconds. */
  readonly operationMs: number;
  readonly logger: LoggerService;
}

/** Rejects when the time is up. An answer that has arrived while this process was busy still counts. */
function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      setImmediate(() => reject(new DOMException(`No answer within ${limitMs} ms`, 'TimeoutError')));
    }, limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Opens the store at once and keeps it open, by a new connection after each fault. */
export function createGuardedStore({ open, operationMs, logger }: GuardedStoreOptions): GuardedStore {
  const preparations: ((store: CacheStore) => Promise<void>)[] = [];
  const { promise: tried, resolve: setTried } = Promise.withResolvers<void>();
  let current: CacheStore | undefined;
  let retry: NodeJS.Timeout | undefined;
  let wasLost = false;
  let ended = false;

  function lose(store: CacheStore, reason: string): void {
    if (store !== current || ended) return;
    current = undefined;
    wasLost = true;
    store.end();
    logger.warn(`The cache is away: ${reason}. Reads are answered without it meanwhile`);
    plan(firstRetryMs);
  }

  function plan(delayMs: number): void {
    retry = setTimeout(() => void connect(Math.min(delayMs * 2, lastRetryMs)), delayMs).unref();
  }

  async function connect(nextDelayMs: number): Promise<void> {
    let store: CacheStore | undefined;
    let lostWhileOpening = false;
    const onLost = (reason: string) => {
      lostWhileOpening = true;
      if (store) lose(store, reason);
    };
    const opening = open({ connectMs, onLost });
    try {
      store = await within(connectMs, opening);
      const opened = store;
      if (wasLost) await within(connectMs, Promise.all(preparations.map(prepare => prepare(opened))));
      if (ended || lostWhileOpening) throw new DOMException('The connection ended', 'AbortError');
      current = store;
      if (wasLost) logger.info('The cache is back');
    } catch (fault) {
      // Also one that opens after the time for it is up.
      opening.then(late => late.end()).catch(() => undefined);
      if (!ended && !wasLost) logger.warn(`The cache cannot be reached: ${messageOf(fault)}. Reads are answered without it meanwhile`);
      wasLost = true;
      if (!ended) plan(nextDelayMs);
    } finally {
      setTried();
    }
  }

  void connect(firstRetryMs);
  return {
    tried,
    async run(operation) {
      const store = current;
      if (!store) return { ok: false };
      try {
        return { ok: true, value: await within(operationMs, operation(store)) };
      } catch (fault) {
        lose(store, messageOf(fault));
        return { ok: false };
      }
    },
    beforeReturn: prepare => void preparations.push(prepare),
    end() {
      ended = true;
      clearTimeout(retry);
      current?.end();
      current = undefined;
    },
  };
}
