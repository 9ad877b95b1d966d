import type { RootParts } from './root-parts.ts';

// Together below the 10 s that a stop may take.
const beforeShutdownMs = 500;
const drainMs = 4_500;
const hooksMs = 2_000;

/** Health says 503; answers under way are finished; then plugin hooks, then root hooks, each with a time limit. */
export async function stopBackend({ health, hooks, rootHooks, server, logger, stopWatching }: RootParts): Promise<void> {
  health.stopping = true;
  logger.info('stopping');
  stopWatching();
  const drained = server.drain(drainMs);
  await rootHooks.beforeShutdown.run(beforeShutdownMs);
  await drained;
  await hooks.shutdownAll(hooksMs);
  await rootHooks.shutdown.run(hooksMs);
  logger.info('stopped');
}
