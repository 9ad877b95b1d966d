import { randomUUID } from 'node:crypto';
import { channelMoveSchema, channelNameSchema, pinSchema, releaseSetSchema, rollbackSchema, stableChannel } from '@portico/contracts';
import { entityRefSchema } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { nameOf } from '../access/access.ts';
import type { Caller } from '../access/access.ts';
import { moveChannel, rollbackTarget, rolledBack, withoutGone } from '../model/move-channel.ts';
import type { ChannelValue } from '../model/remote-record.ts';
import type { KnownRemote } from './known-remotes.ts';
import { requirePromotable } from './promotable.ts';
import { readBody } from './read-body.ts';
import type { RegistryParts } from './registry-parts.ts';
import { changeSettings } from './setting-changes.ts';
import type { SettingChange } from './setting-changes.ts';

/** A request that changes a channel. */
export interface ChannelRequest {
  readonly caller: Caller;
  readonly id: string;
  readonly channel: string;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
}

/** A request that changes a pin. */
export interface PinRequest {
  readonly caller: Caller;
  readonly id: string;
  readonly subject: string;
  readonly body?: unknown;
}

/** Decides who gets which version. Every call gives the number of its entry in the audit trail. */
export interface ChannelMoves {
  /** @throws REGISTRY_REMOTE_UNKNOWN, REGISTRY_VERSION_UNKNOWN, REGISTRY_CHANNEL_INVALID, REGISTRY_CHANGED_MEANWHILE, REGISTRY_CHECKS_FAILED */
  move(request: ChannelRequest): Promise<number>;
  /** @throws REGISTRY_CHANNEL_UNKNOWN, REGISTRY_CHANGED_MEANWHILE */
  remove(request: ChannelRequest): Promise<number>;
  /** @throws REGISTRY_NO_EARLIER_VERSION, REGISTRY_CHANNEL_UNKNOWN */
  rollback(caller: Caller, id: string, body: unknown): Promise<number>;
  /** All or none. */
  release(caller: Caller, body: unknown): Promise<{ readonly id: string; readonly audit: number }>;
  pin(request: PinRequest): Promise<number>;
  /** @throws REGISTRY_PIN_UNKNOWN */
  unpin(request: PinRequest): Promise<number>;
}

/** Makes the service. */
export function createChannelMoves(parts: RegistryParts): ChannelMoves {
  const { core, remotes, gate } = parts;

  function change(remote: string, channel: string, next: (current: ChannelValue | undefined) => ChannelValue | undefined): SettingChange {
    return { remote, kind: 'channel', name: channel, next: current => next(current as ChannelValue | undefined) };
  }

  /** What a channel becomes when it goes back; `stable` of a folder goes back to the folder. */
  function goBack(remote: KnownRemote, channel: string, to: string | undefined): (caller: Caller) => SettingChange {
    const { id, record, registration } = remote;
    return caller =>
      change(id, channel, current => {
        const hasOwnBuild = channel !== stableChannel || registration.kind === 'folder' || registration.kind === 'live';
        if (!current) throw createError(registryErrors[channel === stableChannel ? 'NO_EARLIER_VERSION' : 'CHANNEL_UNKNOWN'], { remote: id, channel });
        const target = to ?? rollbackTarget(withoutGone(current, record.versions), version => record.blocked.has(version));
        if (target !== undefined) return rolledBack(current, target, { channel, actor: nameOf(caller), at: new Date().toISOString() });
        if (hasOwnBuild) return undefined;
        throw createError(registryErrors.NO_EARLIER_VERSION, { remote: id, channel });
      });
  }

  /** What is given to people again is not taken back any more. */
  function withoutMark({ id, record }: KnownRemote, version: string | undefined): SettingChange[] {
    if (version === undefined || !record.blocked.has(version)) return [];
    return [{ remote: id, kind: 'mark', name: version, next: () => undefined }];
  }

  /** Notes what a rollback leaves, so that pages that show it are replaced. */
  function marked({ id, record }: KnownRemote, channel: string, caller: Caller): SettingChange[] {
    const left = record.channels.find(one => one.channel === channel)?.version;
    if (left === undefined) return [];
    const mark = { at: new Date().toISOString(), reason: `rolled back by ${nameOf(caller)}` };
    return [{ remote: id, kind: 'mark', name: left, next: () => mark }];
  }

  return {
    async move({ caller, id, channel: name, body, ifMatch }) {
      const remote = remotes.get(id);
      const channel = readBody(channelNameSchema, name);
      const { note, ...move } = readBody(channelMoveSchema, body);
      await gate.pass({ caller, permission: 'promote', action: 'channel.move', remote });
      if (move.version !== undefined) await requirePromotable(parts, remote, move.version);
      const actor = nameOf(caller);
      const context = { channel, actor, at: new Date().toISOString() };
      const moved = { ...change(id, channel, current => moveChannel(current, move, context)), ifMatch };
      const reason = { actor, action: 'channel.move', remote: id, note };
      const changes = [moved, ...withoutMark(remote, move.version)];
      return core.change({ work: scope => changeSettings(scope, reason, changes) });
    },
    async remove({ caller, id, channel, ifMatch }) {
      const remote = remotes.get(id);
      await gate.pass({ caller, permission: 'promote', action: 'channel.remove', remote });
      const removed = change(id, channel, current => {
        if (!current) throw createError(registryErrors.CHANNEL_UNKNOWN, { remote: id, channel: channel.slice(0, 60) });
        return undefined;
      });
      const reason = { actor: nameOf(caller), action: 'channel.remove', remote: id };
      return core.change({ work: scope => changeSettings(scope, reason, [{ ...removed, ifMatch }]) });
    },
    async rollback(caller, id, body) {
      const remote = remotes.get(id);
      const { channel = stableChannel, to, note } = readBody(rollbackSchema, body ?? {});
      await gate.pass({ caller, permission: 'rollback', action: 'channel.rollback', remote });
      if (to !== undefined) await requirePromotable(parts, remote, to);
      const reason = { actor: nameOf(caller), action: 'channel.rollback', remote: id, note };
      const changes = [goBack(remote, channel, to)(caller), ...marked(remote, channel, caller), ...withoutMark(remote, to)];
      return core.change({ work: scope => changeSettings(scope, reason, changes) });
    },
    async release(caller, body) {
      const { title, moves } = readBody(releaseSetSchema, body);
      const releaseSet = randomUUID();
      const actor = nameOf(caller);
      const at = new Date().toISOString();
      const changes: SettingChange[] = [];
      for (const { remote: id, channel = stableChannel, ...move } of moves) {
        await parts.visibility.require(caller, id);
        const remote = remotes.get(id);
        await gate.pass({ caller, permission: 'promote', action: 'release-set.apply', remote });
        await requirePromotable(parts, remote, move.version);
        changes.push(change(id, channel, current => moveChannel(current, move, { channel, actor, at, releaseSet })));
        changes.push(...withoutMark(remote, move.version));
      }
      const reason = { actor, action: 'release-set.apply', note: title };
      return { id: releaseSet, audit: await core.change({ work: scope => changeSettings(scope, reason, changes) }) };
    },
    async pin({ caller, id, subject: ref, body }) {
      const remote = remotes.get(id);
      const subject = readBody(entityRefSchema, ref);
      const { version, note } = readBody(pinSchema, body);
      await gate.pass({ caller, permission: 'promote', action: 'pin.set', remote });
      await requirePromotable(parts, remote, version);
      const pinned: SettingChange = { remote: id, kind: 'pin', name: subject, next: () => ({ version }) };
      const reason = { actor: nameOf(caller), action: 'pin.set', remote: id, note };
      return core.change({ work: scope => changeSettings(scope, reason, [pinned]) });
    },
    async unpin({ caller, id, subject: ref }) {
      const remote = remotes.get(id);
      const subject = ref.toLowerCase();
      await gate.pass({ caller, permission: 'promote', action: 'pin.remove', remote });
      if (!remote.record.pins.has(subject)) throw createError(registryErrors.PIN_UNKNOWN, { remote: id, subject: subject.slice(0, 100) });
      const gone: SettingChange = { remote: id, kind: 'pin', name: subject, next: () => undefined };
      const reason = { actor: nameOf(caller), action: 'pin.remove', remote: id };
      return core.change({ work: scope => changeSettings(scope, reason, [gone]) });
    },
  };
}
