import { createError, registryErrors } from '@portico/errors';
import { nameOf } from '../access/access.ts';
import type { Caller } from '../access/access.ts';
import { buildModel } from '../model/remote-record.ts';
import { inUseMs } from '../retention/retention-policy.ts';
import { writeAudit } from '../store/audit-store.ts';
import { readSettings } from '../store/setting-store.ts';
import { readSeen } from '../store/sighting-store.ts';
import { removeVersion, sweepBlobs } from '../store/version-writes.ts';
import { channelsWith } from './known-remotes.ts';
import type { RegistryParts } from './registry-parts.ts';

/**
 * Makes the way in which a version is deleted: not while a channel or a pin gives it, or a session was seen with it in 7 days.
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
        // As it is in the database: another process may have moved a channel a moment ago.
        const record = buildModel(await readSettings(transaction, id), [head]).get(id) ?? remote.record;
        const [channel] = channelsWith({ ...remote, record }, version);
        if (channel !== undefined) throw inUse(`channel ${channel}`);
        const pin = [...record.pins].find(([, pinned]) => pinned === version);
        if (pin) throw inUse(`a pin (${pin[0]})`);
        const seen = (await readSeen(transaction, Date.now() - inUseMs, id)).get(id)?.get(version);
        if (seen) throw inUse(seen.sessions === 1 ? `a session, seen at ${seen.lastAt},` : `${seen.sessions} sessions, the last seen at ${seen.lastAt},`);
        await removeVersion(transaction, head);
        await sweepBlobs(transaction);
        const { digest, bytes } = head;
        const changes = [{ remote: id, subject: `version ${version}`, before: { version, digest, bytes }, after: null }];
        await writeAudit(transaction, { actor: nameOf(caller), action: 'version.delete', remote: id, changes });
      },
    });
  };
}
