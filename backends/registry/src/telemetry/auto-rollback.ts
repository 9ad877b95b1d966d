import { stableChannel } from '@portico/contracts';
import { lastGoodVersion, rolledBack, withoutGone } from '../model/move-channel.ts';
import type { Blocked, ChannelRecord, ChannelValue } from '../model/remote-record.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import type { RegistryParts } from '../service/registry-parts.ts';
import { changeSettings } from '../service/setting-changes.ts';
import type { SettingChange } from '../service/setting-changes.ts';
import { writeAudit } from '../store/audit-store.ts';
import { countLoads } from '../store/load-store.ts';
import { isUsedUp, tally } from './error-budget.ts';
import type { ErrorBudget, Tally } from './error-budget.ts';

const actor = 'service:registry';
const dayMs = 24 * 3600 * 1000;

/** The version that the users of a channel get when it goes back. */
function versionBefore({ record, registration }: KnownRemote, channel: ChannelRecord): { readonly version?: string } | undefined {
  const version = lastGoodVersion(channel, one => record.blocked.has(one));
  if (version !== undefined) return { version };
  if (channel.channel === stableChannel) return ['folder', 'live'].includes(registration.kind) ? {} : undefined;
  const stable = record.channels.find(one => one.channel === stableChannel);
  return stable ? { version: stable.version } : {};
}

function messageOf(version: string, { errors, loads, failingUsers }: Tally, minutes: number): string {
  return `${version} had ${errors} errors in ${loads} loads of the last ${minutes} minutes, met by ${failingUsers} users`;
}

/**
 * Looks whether a version of a remote has used up its errors, and takes its channels back if so. A version that was taken back
 * is marked, so that nothing promotes it again by itself: where no other is left, it is only told.
 */
export function createAutoRollback(parts: RegistryParts, budget: ErrorBudget): (remoteId: string, version: string) => Promise<void> {
  const { core, remotes, database } = parts;

  async function tallySince(remote: string, version: string, atMs: number): Promise<Tally> {
    return tally(await countLoads(database.knex, remote, { atMs, version }), budget);
  }

  async function takeBack(remote: KnownRemote, channel: ChannelRecord, message: string): Promise<void> {
    const { id } = remote;
    const before = versionBefore(remote, channel);
    const at = new Date().toISOString();
    const block: SettingChange = { remote: id, kind: 'mark', name: channel.version, next: () => ({ at, reason: message }) };
    const next = (current: object | undefined): object | undefined => {
      const value = current as ChannelValue;
      const to = lastGoodVersion(withoutGone(value, remote.record.versions), version => remote.record.blocked.has(version));
      return to === undefined ? undefined : rolledBack(value, to, { channel: channel.channel, actor, at });
    };
    const moved: SettingChange = { remote: id, kind: 'channel', name: channel.channel, ifMatch: String(channel.etag), next };
    await core.change({
      async work(scope) {
        const marked = (await scope.transaction('settings').where({ remote_id: id, kind: 'mark', name: channel.version }).first('value')) as
          | { value: string }
          | undefined;
        // Another replica was quicker.
        if (marked && (JSON.parse(marked.value) as Blocked).at > channel.movedAt) return;
        if (before) {
          await changeSettings(scope, { actor, action: 'channel.auto-rollback', remote: id, note: message }, [moved, block]);
          return;
        }
        await changeSettings(scope, { actor, action: 'version.mark', remote: id, note: message }, [block]);
        const note = `${message}; there is no earlier version`;
        const changes = [{ remote: id, subject: `version ${channel.version}`, before: null, after: null }];
        await writeAudit(scope.transaction, { actor, action: 'version.alert', remote: id, outcome: 'alert', changes, note });
      },
    });
  }

  return async (remoteId, version) => {
    const remote = remotes.find(remoteId);
    const channels = remote?.record.channels.filter(channel => channel.version === version) ?? [];
    for (const channel of remote ? channels : []) {
      const blocked = remote?.record.blocked.get(version);
      if (blocked && blocked.at > channel.movedAt) continue;
      const since = Math.max(Date.now() - budget.windowMinutes * 60_000, Date.parse(channel.movedAt));
      const now = await tallySince(remoteId, version, since);
      if (now.failingUsers < budget.users || now.loads < budget.loads) continue;
      const former = remote && versionBefore(remote, channel)?.version;
      const before = former === undefined ? undefined : await tallySince(remoteId, former, Date.now() - dayMs);
      if (remote && isUsedUp(budget, now, before)) await takeBack(remote, channel, messageOf(version, now, budget.windowMinutes));
    }
  };
}
