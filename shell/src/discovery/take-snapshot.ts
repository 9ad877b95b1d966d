import type { Session } from '@portico/contracts';
import { createError, loaderErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import type { DiscoveryOptions } from './discover.ts';
import type { JsonAnswer } from './fetch-json.ts';
import { createLastSnapshots } from './last-snapshot.ts';
import type { KnownSnapshot } from './parse-snapshot.ts';
import { parseSnapshot } from './parse-snapshot.ts';
import type { ReadyPortal } from './portal-state.ts';
import type { Read, Settled } from './read-endpoints.ts';
import { settle, snapshotUrl } from './read-endpoints.ts';
import { readSnapshot } from './read-snapshot.ts';

/** What a session works with, or why there is nothing. */
export type TakenSnapshot = Pick<ReadyPortal, 'snapshot' | 'etag' | 'staleSince'> | PorticoError;

function understood(first: Settled<unknown>, url: string): Promise<Settled<KnownSnapshot>> {
  const read = async (): Promise<Read<KnownSnapshot>> =>
    first.kind === 'value' ? { ...first, value: parseSnapshot(first.value, url) } : (first as Exclude<JsonAnswer, { kind: 'value' }>);
  return first.kind === 'failed' ? Promise.resolve(first) : settle(read());
}

/**
 * What the registry offers to a session: `first` is what it has said to the page already. Where it can't be asked, what it
 * offered to the same user before.
 */
export async function takeSnapshot(session: Session, first: Settled<unknown> | undefined, options: DiscoveryOptions): Promise<TakenSnapshot> {
  const { fetch, storage, now, firstSnapshot = snapshotUrl } = options;
  // A session that began with this very page load was not there yet when the snapshot was asked for.
  const answer = first && first.kind !== 'signed-out' ? await understood(first, firstSnapshot) : await settle(readSnapshot({ fetch }));
  const lastSnapshots = createLastSnapshots(storage);
  const user = session.user.entityRef;
  if (answer.kind === 'value') {
    // A page needs less than a start without a registry, and what else there is has another tag.
    if (answer.value.outlined) return { snapshot: answer.value };
    const etag = answer.etag ? { etag: answer.etag } : {};
    lastSnapshots.write(user, { snapshot: answer.value, ...etag, at: new Date(now()).toISOString() });
    return { snapshot: answer.value, ...etag };
  }
  const last = lastSnapshots.read(user);
  if (last) return { snapshot: last.snapshot, staleSince: last.at };
  return answer.kind === 'failed' ? answer.error : createError(loaderErrors.SIGNED_OUT);
}
