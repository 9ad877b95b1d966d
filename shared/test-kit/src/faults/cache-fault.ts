import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { CacheService } from '@portico/backend-framework';
import { startMemcached, startRedis } from '@portico/test-servers';
import type { RunningServer } from '@portico/test-servers';
import { startTestBackend } from '../backend/start-test-backend.ts';
import { cachedRegistersPlugin, valueOf } from './cached-registers.ts';
import type { RegisterAnswer } from './cached-registers.ts';
import { findStaleReads } from './history.ts';
import type { Operation } from './history.ts';

/** What happens to the cache server in the middle of the load. */
export type CacheFault = 'kill' | 'freeze';

/** What `runCacheFault` takes. */
export interface CacheFaultOptions {
  readonly store: 'memcache' | 'redis' | 'valkey';
  readonly fault: CacheFault;
  /** How long the server is away. Default 700. */
  readonly awayMs?: number;
  /** Of the random choice of registers. */
  readonly seed?: number;
}

/** What came of it. */
export interface CacheFaultReport {
  readonly requests: number;
  /** Answers other than 200, and requests that got none. */
  readonly failed: number;
  /** Sentences about answers that are wrong or stale. */
  readonly wrong: readonly string[];
  /** Longest time that a request waited for the cache, less the longest time that this process itself stood still. */
  readonly longestWaitMs: number;
  /** Hits before the fault, and after the server was back. */
  readonly hits: { readonly before: number; readonly after: number };
  /** From the server's return to the first hit. */
  readonly recoveredMs: number;
}

const plugins = ['registers', 'registers-2'];
const readers = 12;
const registerCount = 40;
const recoveryLimitMs = 45_000;
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Load {
  readonly history: Operation[];
  readonly wrong: string[];
  readonly cacheMs: number[];
  failed: number;
  stopped: boolean;
}

async function keepAsking(urls: readonly string[], load: Load, random: () => number): Promise<void> {
  while (!load.stopped) {
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    const plugin = plugins[Math.floor(random() * plugins.length)] ?? '';
    const register = `/${Math.floor(random() * registerCount)}`;
    const kind = random() < 0.05 ? 'write' : 'read';
    const beganAt = performance.now();
    try {
      const response = await fetch(`${url}/api/${plugin}${register}`, { method: kind === 'write' ? 'PUT' : 'GET' });
      const { revision, value, cacheMs } = (await response.json()) as RegisterAnswer;
      if (response.status !== 200) load.failed += 1;
      if (value !== valueOf(plugin, register, revision)) load.wrong.push(`${plugin}${register}@${revision} answered ${value}`);
      load.history.push({ kind, register: plugin + register, revision, beganAt, endedAt: performance.now() });
      load.cacheMs.push(cacheMs);
    } catch {
      load.failed += 1;
    }
  }
}

async function until(condition: () => boolean, limitMs: number): Promise<void> {
  const endsAt = performance.now() + limitMs;
  while (!condition() && performance.now() < endsAt) await pause(5);
}

const faults: Readonly<Record<CacheFault, { begin(server: RunningServer): Promise<void>; end(server: RunningServer): Promise<void> }>> = {
  kill: { begin: server => server.kill(), end: server => server.restart() },
  freeze: { begin: server => server.pause(), end: server => server.resume() },
};

/** Two replicas with two plugins each answer under load while their cache server is killed or frozen and comes back. */
export async function runCacheFault({ store, fault, awayMs = 700, seed = 1 }: CacheFaultOptions): Promise<CacheFaultReport> {
  const server = await (store === 'memcache' ? startMemcached() : startRedis());
  const caches: CacheService[] = [];
  const registers = new Map(plugins.map(plugin => [plugin, new Map<string, number>()]));
  const config = { backend: { cache: { store, connection: server.connection }, logger: { level: 'warn' } } };
  const replica = () => {
    const features = plugins.map(id => cachedRegistersPlugin(id, registers.get(id) ?? new Map(), cache => void caches.push(cache)));
    return startTestBackend({ features, config });
  };
  const backends = [await replica(), await replica()];
  const load: Load = { history: [], wrong: [], cacheMs: [], failed: 0, stopped: false };
  const hits = () => caches.reduce((sum, cache) => sum + cache.statistics().hits, 0);
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  try {
    stalls.enable();
    const random = randomFrom(seed);
    const urls = backends.map(({ port }) => `http://127.0.0.1:${port}`);
    const asking = Promise.all(Array.from({ length: readers }, () => keepAsking(urls, load, random)));
    await until(() => hits() >= 200, recoveryLimitMs);
    await faults[fault].begin(server);
    const before = hits();
    await pause(awayMs);
    await faults[fault].end(server);
    const back = { at: performance.now(), hits: hits() };
    // Every replica has to come back.
    const seen = caches.map(cache => cache.statistics().hits);
    await until(() => caches.every((cache, index) => cache.statistics().hits > (seen[index] ?? 0) + 5), recoveryLimitMs);
    const recoveredMs = performance.now() - back.at;
    load.stopped = true;
    await asking;
    stalls.disable();
    return {
      requests: load.history.length,
      failed: load.failed,
      wrong: [...load.wrong, ...findStaleReads(load.history)],
      longestWaitMs: Math.max(0, Math.max(...load.cacheMs) - stalls.max / 1e6),
      hits: { before, after: hits() - back.hits },
      recoveredMs,
    };
  } finally {
    load.stopped = true;
    await Promise.all(backends.map(backend => backend.stop()));
    await server.stop();
  }
}
