import { stableChannel } from '@portico/contracts';
import type { ChannelRecord, RemoteRecord } from '../model/remote-record.ts';
import { bucketOf, buckets } from './bucket.ts';

/** For whom a version is chosen. */
export interface Viewer {
  /** Entity ref of the user, or subject of the program. */
  readonly id: string;
  /** All refs that count as the user. */
  readonly refs: readonly string[];
}

/** Somebody who is in no audience and no share: gets what everyone gets. */
export const anyone: Viewer = { id: '', refs: [] };

function isAmong(audience: readonly string[], { refs }: Viewer): boolean {
  return refs.some(ref => audience.includes(ref));
}

function isInShare(remoteId: string, { weight, releaseSet }: ChannelRecord, viewer: Viewer): boolean {
  if (weight === undefined) return true;
  return viewer.id !== '' && bucketOf(releaseSet ?? remoteId, viewer.id) < (weight / 100) * buckets;
}

/** The pin on the user alone counts before those on groups. */
function pinnedVersion({ pins }: RemoteRecord, { id, refs }: Viewer): string | undefined {
  if (pins.size === 0) return undefined;
  const ref = [id, ...refs.filter(one => one !== id).sort()].find(one => pins.has(one));
  return ref === undefined ? undefined : pins.get(ref);
}

function byPriority(left: ChannelRecord, right: ChannelRecord): number {
  return right.priority - left.priority || (left.channel < right.channel ? -1 : 1);
}

/** The channel that a viewer gets: the first audience that fits by priority, then the first share that fits, then `stable`. */
export function channelFor(remoteId: string, { channels }: RemoteRecord, viewer: Viewer): ChannelRecord | undefined {
  const others = channels.filter(({ channel }) => channel !== stableChannel).sort(byPriority);
  const byAudience = others.find(one => one.audience && isAmong(one.audience, viewer) && isInShare(remoteId, one, viewer));
  const byWeight = (): ChannelRecord | undefined =>
    others.find(one => !one.audience && one.weight !== undefined && isInShare(remoteId, one, viewer));
  return byAudience ?? byWeight() ?? channels.find(({ channel }) => channel === stableChannel);
}

/** The version that a viewer gets; undefined where nothing but the remote's own place says. */
export function versionFor(remoteId: string, record: RemoteRecord, viewer: Viewer): string | undefined {
  return pinnedVersion(record, viewer) ?? channelFor(remoteId, record, viewer)?.version;
}

/** Whether a viewer may see the remote at all. */
export function isVisible({ switches }: RemoteRecord, viewer: Viewer): boolean {
  return !switches.audience || isAmong(switches.audience, viewer);
}

/** Whether what is chosen depends on who asks. */
export function isPersonal({ switches, pins, channels }: RemoteRecord): boolean {
  return switches.audience !== undefined || pins.size > 0 || channels.some(({ channel }) => channel !== stableChannel);
}
