import type { PublicConfig } from '@portico/contracts';
import { createError, isPorticoError, loaderErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { loadLater } from '../parts/later.ts';
import { discoveryBudgetMs, fetchJson } from './fetch-json.ts';
import type { LastPortals } from './last-portal.ts';
import type { ReadyPortal } from './portal-state.ts';
import { readConfig, readSession, settle, unreachable } from './read-endpoints.ts';

/** What discovery works with. */
export interface DiscoveryOptions {
  readonly fetch: typeof fetch;
  /** Where the snapshot is asked for at once; absent when the page came without a session. */
  readonly firstSnapshot?: string;
  /** Where the last good snapshot of each user is kept. */
  readonly storage: Storage | undefined;
  readonly lastPortals: LastPortals;
  readonly now: () => number;
}

/** What one attempt found. */
export type Discovery =
  | ReadyPortal
  | { readonly kind: 'signed-out'; readonly config: PublicConfig }
  | { readonly kind: 'failed'; readonly error: PorticoError };

const noConfig: PublicConfig = { revision: '', config: {} };

/** Asks for the public configuration, the session and the registry's snapshot, side by side where the page allows it. */
export async function discover(options: DiscoveryOptions): Promise<Discovery> {
  const { fetch, lastPortals, firstSnapshot } = options;
  const [config, session, snapshot] = await Promise.all([
    settle(readConfig({ fetch })),
    settle(readSession({ fetch })),
    firstSnapshot ? settle(fetchJson({ fetch, url: firstSnapshot, budgetMs: discoveryBudgetMs })) : undefined,
  ]);
  const last = lastPortals.read();
  const knownConfig = config.kind === 'value' ? config.value : (last?.config ?? noConfig);
  if (session.kind === 'signed-out') {
    lastPortals.forget();
    return { kind: 'signed-out', config: knownConfig };
  }
  const knownSession = session.kind === 'value' ? session.value : last?.session;
  if (!knownSession) return { kind: 'failed', error: session.kind === 'failed' ? session.error : createError(loaderErrors.SIGNED_OUT) };
  const found = await loadLater().then(({ takeSnapshot }) => takeSnapshot(knownSession, snapshot, options), unreachable);
  if (isPorticoError(found)) return { kind: 'failed', error: found };
  if (session.kind === 'value' && config.kind === 'value') lastPortals.write({ session: knownSession, config: knownConfig });
  return { kind: 'ready', config: knownConfig, session: knownSession, ...found };
}
