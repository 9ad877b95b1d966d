import { stableChannel } from '@portico/contracts';
import type { ChannelMove } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import type { ChannelValue } from './remote-record.ts';

/** Versions that a channel remembers. */
const mostPrevious = 20;

/** Who moves a channel, when, and with what else. */
export interface MoveContext {
  readonly channel: string;
  readonly actor: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly releaseSet?: string | undefined;
}

function refuseOddChannel(channel: string, { weight, audience }: ChannelValue): void {
  const isPartial = weight !== undefined || audience !== undefined;
  if (channel === stableChannel && isPartial) {
    throw createError(registryErrors.CHANNEL_INVALID, { reason: 'stable with a weight or an audience' });
  }
  if (channel !== stableChannel && !isPartial) {
    throw createError(registryErrors.CHANNEL_INVALID, { reason: `${channel} with neither a weight nor an audience` });
  }
}

/** What is left out stays, null takes it away. */
function chosen<T>(wanted: T | null | undefined, current: T | undefined): T | undefined {
  return wanted === undefined ? current : (wanted ?? undefined);
}

/**
 * A channel after a move.
 *
 * @throws REGISTRY_CHANNEL_INVALID, REGISTRY_BODY_INVALID for a new channel without a version
 */
export function moveChannel(current: ChannelValue | undefined, move: ChannelMove, context: MoveContext): ChannelValue {
  const version = move.version ?? current?.version;
  if (version === undefined) throw createError(registryErrors.BODY_INVALID, { reason: 'at version: a new channel needs one' });
  const former = current && current.version !== version ? [current.version, ...current.previous] : (current?.previous ?? []);
  const weight = chosen(move.weight, current?.weight);
  const audience = chosen(move.audience, current?.audience);
  const releaseSet = context.releaseSet ?? current?.releaseSet;
  const next: ChannelValue = {
    version,
    priority: move.priority ?? current?.priority ?? 0,
    previous: [...new Set(former)].filter(one => one !== version).slice(0, mostPrevious),
    movedAt: context.at,
    movedBy: context.actor,
    ...(weight === undefined ? {} : { weight }),
    ...(audience === undefined ? {} : { audience }),
    ...(releaseSet === undefined ? {} : { releaseSet }),
  };
  refuseOddChannel(context.channel, next);
  return next;
}

/** A channel that remembers only versions that are still kept. */
export function withoutGone<T extends ChannelValue>(channel: T, versions: readonly { readonly version: string }[]): T {
  const kept = new Set(versions.map(({ version }) => version));
  return { ...channel, previous: channel.previous.filter(version => kept.has(version)) };
}

/** The last version before that nobody has taken back; undefined where there is none. */
export function lastGoodVersion({ previous, version }: ChannelValue, isBlocked: (version: string) => boolean): string | undefined {
  return previous.find(one => one !== version && !isBlocked(one));
}

/** The version that somebody's rollback goes to: where nothing else is left, one that was taken back; undefined where the channel never gave another. */
export function rollbackTarget(channel: ChannelValue, isBlocked: (version: string) => boolean): string | undefined {
  return lastGoodVersion(channel, isBlocked) ?? channel.previous[0];
}

/** A channel after it went back: what it leaves is not what the next rollback goes to. */
export function rolledBack(current: ChannelValue, to: string, { actor, at }: MoveContext): ChannelValue {
  const index = current.previous.indexOf(to);
  const previous = index < 0 ? current.previous : current.previous.slice(index + 1);
  return { ...current, version: to, previous, movedAt: at, movedBy: actor };
}
