import { stableChannel } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import type { Owned } from '../access/access.ts';
import { declaredOwner } from '../model/owner.ts';
import { blankRecord } from '../model/remote-record.ts';
import type { RemoteRecord } from '../model/remote-record.ts';
import type { OfferingBoard } from '../offering/offering-board.ts';
import type { JudgedRemote } from '../offering/offering.ts';
import { idOf } from '../remotes/registered-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import type { RemoteFollower } from './remote-follower.ts';

/** A registered remote with all that is known of it. */
export interface KnownRemote extends Owned {
  readonly id: string;
  readonly registration: Registration;
  readonly record: RemoteRecord;
  /** As everyone gets it; absent while there is nothing to get. */
  readonly judged?: JudgedRemote;
}

/** Looks up registered remotes. */
export interface KnownRemotes {
  /** In the order of their registration. */
  list(): KnownRemote[];
  find(id: string): KnownRemote | undefined;
  /** @throws REGISTRY_REMOTE_UNKNOWN */
  get(id: string): KnownRemote;
}

/** Makes the look-up on top of what is offered and followed. */
export function createKnownRemotes(board: OfferingBoard, follower: RemoteFollower): KnownRemotes {
  function list(): KnownRemote[] {
    const seen = new Set<string>();
    const judgedRemotes = new Map<string, JudgedRemote[]>();
    for (const remote of board.remotes()) judgedRemotes.set(remote.id, [...(judgedRemotes.get(remote.id) ?? []), remote]);
    return follower.states().map(state => {
      const id = idOf(state);
      const { registration } = state;
      // Of two with one id the earlier counts; the later is listed so that somebody sees why it is not shown.
      const isLater = seen.has(id);
      seen.add(id);
      const record = isLater ? blankRecord : board.recordOf(id);
      const isIt = (one: JudgedRemote) => (isLater ? one.hidden && one.registration.location === registration.location : !one.hidden);
      const judged = judgedRemotes.get(id)?.find(isIt);
      const { owner = declaredOwner(judged?.manifest), publishers } = record.switches;
      return { id, registration, record, owner, publishers, ...(judged ? { judged } : {}) };
    });
  }
  const find = (id: string): KnownRemote | undefined => list().find(remote => remote.id === id);
  return {
    list,
    find,
    get(id) {
      const remote = find(id);
      if (!remote) throw createError(registryErrors.REMOTE_UNKNOWN, { remote: id.slice(0, 100) });
      return remote;
    },
  };
}

/** Names of the channels that give a version. */
export function channelsWith({ record, judged }: KnownRemote, version: string): string[] {
  const named = record.channels.filter(channel => channel.version === version).map(({ channel }) => channel);
  const hasStable = record.channels.some(({ channel }) => channel === stableChannel);
  return !hasStable && judged?.version === version ? [stableChannel, ...named] : named;
}
