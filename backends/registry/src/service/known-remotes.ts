import { stableChannel } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import type { Owned } from '../access/access.ts';
import { declaredOwner } from '../model/owner.ts';
import { blankRecord } from '../model/remote-record.ts';
import type { RemoteRecord } from '../model/remote-record.ts';
import type { OfferingBoard } from '../offering/offering-board.ts';
import type { JudgedRemote, RemoteState } from '../offering/offering.ts';
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
  list(): readonly KnownRemote[];
  find(id: string): KnownRemote | undefined;
  /** @throws REGISTRY_REMOTE_UNKNOWN */
  get(id: string): KnownRemote;
}

function listRemotes(states: readonly RemoteState[], remotes: readonly JudgedRemote[], recordOf: OfferingBoard['recordOf']): KnownRemote[] {
  const seen = new Set<string>();
  const judgedRemotes = new Map<string, JudgedRemote[]>();
  for (const remote of remotes) judgedRemotes.set(remote.id, [...(judgedRemotes.get(remote.id) ?? []), remote]);
  return states.map(state => {
    const id = idOf(state);
    const { registration } = state;
    // Of two with one id the earlier counts; the later is listed so that somebody sees why it is not shown.
    const isLater = seen.has(id);
    seen.add(id);
    const record = isLater ? blankRecord : recordOf(id);
    const isIt = (one: JudgedRemote) => (isLater ? one.hidden && one.registration.location === registration.location : !one.hidden);
    const judged = judgedRemotes.get(id)?.find(isIt);
    const { owner = declaredOwner(judged?.manifest), publishers } = record.switches;
    return { id, registration, record, owner, publishers, ...(judged ? { judged } : {}) };
  });
}

/** Makes the look-up on top of what is offered and followed. It is put together once for each state of the two. */
export function createKnownRemotes(board: OfferingBoard, follower: RemoteFollower): KnownRemotes {
  let known: { states: readonly RemoteState[]; remotes: readonly JudgedRemote[]; list: KnownRemote[]; byId: Map<string, KnownRemote> } | undefined;

  function now(): NonNullable<typeof known> {
    const [states, remotes] = [follower.states(), board.remotes()];
    if (known?.states === states && known.remotes === remotes) return known;
    const list = listRemotes(states, remotes, board.recordOf);
    // The earlier one of an id has to be the last that is put in.
    known = { states, remotes, list, byId: new Map(list.toReversed().map(remote => [remote.id, remote])) };
    return known;
  }

  const find = (id: string): KnownRemote | undefined => now().byId.get(id);
  return {
    list: () => now().list,
    find,
    get(id) {
      const remote = find(id);
      if (!remote) throw createError(registryErrors.REMOTE_UNKNOWN, { remote: id.slice(0, 100) });
      return remote;
    },
  };
}

/** Whether a remote has a version: stored, or at its own place now. */
export function hasVersion(remote: KnownRemote | undefined, version: string): boolean {
  return remote?.judged?.version === version || (remote?.record.versions.some(head => head.version === version) ?? false);
}

/** Names of the channels that give a version. */
export function channelsWith({ record, judged }: KnownRemote, version: string): string[] {
  const named = record.channels.filter(channel => channel.version === version).map(({ channel }) => channel);
  const hasStable = record.channels.some(({ channel }) => channel === stableChannel);
  return !hasStable && judged?.version === version ? [stableChannel, ...named] : named;
}
