import { isPorticoError } from '@portico/errors';
import type { PorticoError } from '@portico/errors';

/** Milliseconds before the second and the third attempt, at most. */
const pauses = [400, 1_600];

/** What may be otherwise a moment later. A budget that was used up is not spent again: somebody waits. */
const passing = ['LOADER_ENTRY_UNREACHABLE', 'LOADER_FILES_UNREACHABLE'];

/** Does something, again where that may help. */
export type Retry = <T>(attempt: () => Promise<T>) => Promise<T>;

/** Does it once. */
export const once: Retry = attempt => attempt();

const isPassing = (thrown: unknown): thrown is PorticoError => isPorticoError(thrown) && passing.includes(thrown.code);

/**
 * Makes a retry that does something again, up to twice, when it failed for want of files. The pauses grow and have a random
 * part, so that the browsers of a whole company don't come back in the same instant.
 *
 * @param explain - gives a better error for what failed to the last
 */
export function createRetry(random: () => number, explain?: (thrown: PorticoError) => Promise<PorticoError>): Retry {
  return async attempt => {
    for (const pause of pauses) {
      try {
        return await attempt();
      } catch (thrown) {
        if (!isPassing(thrown)) throw thrown;
        await new Promise(resolve => setTimeout(resolve, pause * (1 - random() / 2)));
      }
    }
    return attempt().catch(async (thrown: unknown) => {
      throw explain && isPassing(thrown) ? await explain(thrown) : thrown;
    });
  };
}
