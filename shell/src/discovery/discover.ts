import type { PublicConfig, Session } from '@portico/contracts';
import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import type { LastPortals } from './last-portal.ts';
import type { LastSnapshots } from './last-snapshot.ts';
import type { KnownSnapshot } from './parse-snapshot.ts';
import type { ReadyPortal } from './portal-state.ts';
import type { Read } from './read-endpoints.ts';
import { readConfig, readSession, readSnapshot, snapshotUrl } from './read-endpoints.ts';

/** What discovery works with. */
export interface DiscoveryOptions {
  readonly fetch: typeof fetch;
  /** True when the page came with a session, so that the snapshot may be asked for at once. */
  readonly expectsSession: boolean;
  readonly lastSnapshots: LastSnapshots;
  readonly lastPortals: LastPortals;
  readonly now: () => number;
}

/** What one attempt found. */
export type Discovery =
  | ReadyPortal
  | { readonly kind: 'signed-out'; readonly config: PublicConfig }
  | { readonly kind: 'failed'; readonly error: PorticoError };

const noConfig: PublicConfig = { revision: '', config: {} };

const asError = (thrown: unknown): PorticoError =>
  isPorticoError(thrown)
    ? thrown
    : createError(loaderErrors.ANSWER_UNREACHABLE, { url: snapshotUrl, reason: messageOf(thrown) }, { cause: thrown });

type Settled<T> = Read<T> | { readonly kind: 'failed'; readonly error: PorticoError };
const settle = <T>(reading: Promise<Read<T>>): Promise<Settled<T>> =>
  reading.catch((thrown: unknown) => ({ kind: 'failed' as const, error: asError(thrown) }));

async function snapshotFor(session: Session, first: Settled<KnownSnapshot> | undefined, options: DiscoveryOptions) {
  const { lastSnapshots, now } = options;
  // A session that began with this very page load was not there yet when the snapshot was asked for.
  const answer = first && first.kind !== 'signed-out' ? first : await settle(readSnapshot({ fetch: options.fetch }));
  const user = session.user.entityRef;
  if (answer.kind === 'value') {
    const etag = answer.etag ? { etag: answer.etag } : {};
    lastSnapshots.write(user, { snapshot: answer.value, ...etag, at: new Date(now()).toISOString() });
    return { snapshot: answer.value, ...etag };
  }
  const last = lastSnapshots.read(user);
  if (last) return { snapshot: last.snapshot, staleSince: last.at };
  return answer.kind === 'failed' ? answer.error : createError(loaderErrors.SIGNED_OUT);
}

/** Asks for the public configuration, the session and the registry's snapshot, side by side where the page allows it. */
export async function discover(options: DiscoveryOptions): Promise<Discovery> {
  const { fetch, lastPortals } = options;
  const [config, session, snapshot] = await Promise.all([
    settle(readConfig({ fetch })),
    settle(readSession({ fetch })),
    options.expectsSession ? settle(readSnapshot({ fetch })) : undefined,
  ]);
  const last = lastPortals.read();
  const knownConfig = config.kind === 'value' ? config.value : (last?.config ?? noConfig);
  if (session.kind === 'signed-out') {
    lastPortals.forget();
    return { kind: 'signed-out', config: knownConfig };
  }
  const knownSession = session.kind === 'value' ? session.value : last?.session;
  if (!knownSession) return { kind: 'failed', error: session.kind === 'failed' ? session.error : createError(loaderErrors.SIGNED_OUT) };
  const found = await snapshotFor(knownSession, snapshot, options);
  if (isPorticoError(found)) return { kind: 'failed', error: found };
  if (session.kind === 'value' && config.kind === 'value') lastPortals.write({ session: knownSession, config: knownConfig });
  return { kind: 'ready', config: knownConfig, session: knownSession, ...found };
}
