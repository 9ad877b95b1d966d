import { createError, registryErrors } from '@portico/errors';
import { nameOf } from '../access/access.ts';
import type { Caller } from '../access/access.ts';
import { writeAudit } from '../store/audit-store.ts';
import { lastSeen } from '../store/load-store.ts';
import { removeVersion } from '../store/version-writes.ts';
import { channelsWith } from './known-remotes.ts';
import type { RegistryParts } from './registry-parts.ts';

const inUseMs = 7 * 24 * 3600 * 1000;

/**
 * Makes the way in which a version is deleted: not while a channel or a pin gives it, or somebody was seen with it in 7 days.
 *
 * @throws REGISTRY_REMOTE_UNKNOWN, REGISTRY_VERSION_UNKNOWN, REGISTRY_VERSION_IN_USE, REGISTRY_PERMISSION_MISSING
 */
export function createWithdrawing(parts: RegistryParts): (caller: Caller, id: string, version: string) => Promise<void> {
  const { core, remotes, gate } = parts;
  return async (caller, id, version) => {
    const remote = remotes.get(id);
    await gate.pass({ caller, permission: 'publish', action: 'version.delete', remote });
    const head = remote.record.versions.find(one => one.version === version);
    if (!head) throw createError(registryErrors.VERSION_UNKNOWN, { remote: id, version: version.slice(0, 120) });
    const inUse = (user: string): Error => createError(registryErrors.VERSION_IN_USE, { remote: id, version, user });
    await core.change({
      async work({ transaction }) {
        const [channel] = channelsWith(remotes.get(id), version);
        if (channel !== undefined) throw inUse(`channel ${channel}`);
        if ([...remote.record.pins.values()].includes(version)) throw inUse('a pin');
        const seen = await lastSeen(transaction, id, version);
        if (seen !== undefined && seen > Date.now() - inUseMs) throw inUse(`a session seen at ${new Date(seen).toISOString()}`);
        await removeVersion(transaction, id, version);
        const { digest, bytes } = head;
        const changes = [{ remote: id, subject: `version ${version}`, before: { version, digest, bytes }, after: null }];
        await writeAudit(transaction, { actor: nameOf(caller), action: 'version.delete', remote: id, changes });
      },
    });
  };
}
