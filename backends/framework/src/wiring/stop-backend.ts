import type { RootParts } from './root-parts.ts';

// Together below the 10 s that a stop may take.
const beforeShutdownMs = 500;
const drainMs = 4_500;
const hooksMs = 2_000;

/** Milliseconds that a stop takes at most, beside a delay that the configuration asks for. */
export const stopLimitMs = beforeShutdownMs + drainMs + 2 * hooksMs;

/** Health says 503; answers under way are finished; then plugin hooks, then root hooks, each with a time limit of its own. */
export async function stopBackend(parts: RootParts): Promise<void> {
  const { directory, health, rootHooks, server, logger } = parts;
  health.stopping = true;
  logger.info('stopping');
  parts.stopWatching();
  // Gives a front door the time to see the 503 of health before connections are refused.
  if (parts.shutdownDelayMs > 0) await new Promise(resolve => setTimeout(resolve, parts.shutdownDelayMs));
  const drained = server.drain(drainMs);
  await rootHooks.beforeShutdown.run(beforeShutdownMs);
  await drained;
  await Promise.all(directory.all().map(runner => runner.stop(hooksMs)));
  await rootHooks.shutdown.run(hooksMs);
  logger.info('stopped');
}
