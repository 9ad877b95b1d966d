import { runCacheFault } from '@portico/test-kit/faults';
import type { CacheFaultOptions } from '@portico/test-kit/faults';
import type { SoakCase, SoakOutcome } from '../soak-case.ts';

// What a cache that is down or frozen may cost one request.
const mostWaitMs = 300;

const stores = ['memcache', 'redis', 'valkey'] as const;
const faults = ['kill', 'freeze'] as const;

async function runOnce(options: CacheFaultOptions): Promise<SoakOutcome> {
  const { requests, failed, wrong, longestWaitMs, hits, recoveredMs } = await runCacheFault(options);
  return {
    faults: [
      ...wrong,
      ...(failed > 0 ? [`${failed} of ${requests} requests failed`] : []),
      ...(longestWaitMs > mostWaitMs ? [`a request waited ${Math.round(longestWaitMs)} ms for the cache, expected at most ${mostWaitMs}`] : []),
      ...(hits.after === 0 ? ['no hit after the server was back'] : []),
    ],
    figures: { requests, longestWaitMs: Math.round(longestWaitMs), recoveredMs: Math.round(recoveredMs) },
  };
}

/** The cache server of two replicas is killed, or frozen, under load and comes back. */
export const cacheCases: readonly SoakCase[] = stores.flatMap(store =>
  faults.map(fault => ({ name: `cache-${store}-${fault}`, run: (seed: number) => runOnce({ store, fault, seed }) })),
);
