import type { AuditChange } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import { nameOf } from '../access/access.ts';
import { versionDigest } from '../artifacts/digest.ts';
import { moveChannel } from '../model/move-channel.ts';
import { declaredOwner, ownerOf } from '../model/owner.ts';
import type { ChannelValue, RemoteSwitches } from '../model/remote-record.ts';
import type { Registration } from '../remotes/registration.ts';
import { readUsage, requireRoom } from '../retention/quota.ts';
import type { RegistryParts } from '../service/registry-parts.ts';
import { writeAudit } from '../store/audit-store.ts';
import { addRegistration, isRegistered } from '../store/registration-store.ts';
import type { ChangeScope } from '../store/registry-database.ts';
import { readSetting, writeSetting } from '../store/setting-store.ts';
import { addBlobs, addVersion, removedDigest } from '../store/version-writes.ts';
import { bytesOf } from './kept-version.ts';
import type { KeptVersion } from './kept-version.ts';

/** Puts versions into the database. */
export interface VersionKeeper {
  /**
   * One commit: before it nobody sees anything of the version, after it everybody sees all of it. False where the same bytes were there.
   *
   * @throws REGISTRY_VERSION_EXISTS, REGISTRY_QUOTA_USED_UP, REGISTRY_REMOTE_CHANGED, REGISTRY_REMOTE_UNKNOWN, REGISTRY_PERMISSION_MISSING
   */
  keep(kept: KeptVersion): Promise<boolean>;
  /** The version is there already; the channel that was asked for gives another one. False when it was deleted meanwhile. */
  moveOnly(kept: KeptVersion): Promise<boolean>;
}

/** That a remote has the versions that are published to it. */
export function publishedRegistration(id: string): Registration {
  return { origin: 'call', kind: 'published', id, expectedId: id, location: '' };
}

async function moveTo(scope: ChangeScope, { id, caller, manifest, channel, isImplied }: KeptVersion): Promise<AuditChange[]> {
  if (channel === undefined) return [];
  const key = { remote: id, kind: 'channel', name: channel } as const;
  const before = (await readSetting(scope.transaction, key))?.value as ChannelValue | undefined;
  // Another replica may have given it something that this one has not heard of.
  if (isImplied && before) return [];
  const at = new Date().toISOString();
  const after = moveChannel(before, { version: manifest.version }, { channel, actor: nameOf(caller), at });
  await writeSetting(scope, key, after);
  return [{ remote: id, subject: `channel ${channel}`, before: before ?? null, after } as AuditChange];
}

async function switchesOf({ transaction }: ChangeScope, id: string): Promise<RemoteSwitches | undefined> {
  return (await readSetting(transaction, { remote: id, kind: 'remote', name: '' }))?.value as RemoteSwitches | undefined;
}

/** Whether the same bytes are there under the version. Others are refused, also where the version is gone: browsers may have them. */
async function isThere({ transaction }: ChangeScope, { id, manifest }: KeptVersion): Promise<boolean> {
  const { version } = manifest;
  const digest = versionDigest(manifest);
  const twin = await transaction('versions').where({ remote_id: id, version }).first('digest');
  const known = (twin?.digest as string | undefined) ?? (await removedDigest(transaction, id, version)) ?? digest;
  if (known !== digest) throw createError(registryErrors.VERSION_EXISTS, { remote: id, version });
  return twin !== undefined;
}

/** Makes the keeper. */
export function createVersionKeeper({ core, gate, remotes, quota }: Pick<RegistryParts, 'core' | 'gate' | 'remotes' | 'quota'>): VersionKeeper {
  /** Somebody else may have registered the remote meanwhile: then it is theirs to say who publishes to it. */
  async function registerNow(scope: ChangeScope, { id, caller, manifest }: KeptVersion): Promise<void> {
    if (await addRegistration(scope.transaction, publishedRegistration(id))) {
      const owner = declaredOwner(manifest);
      await writeSetting(scope, { remote: id, kind: 'remote', name: '' }, owner === undefined ? {} : { owner });
      return;
    }
    const switches = await switchesOf(scope, id);
    const [may] = await gate.permissionsOf(caller, [{ ...switches }]);
    if (may?.includes('publish')) return;
    throw createError(registryErrors.PERMISSION_MISSING, { permission: 'registry.remote.publish', remote: id, owner: ownerOf({ ...switches }) });
  }

  /** The remote is still there, and wants the signature that was looked at: somebody may have changed it a moment ago. */
  async function requireUnchanged(scope: ChangeScope, { id, publisherKey }: KeptVersion): Promise<void> {
    const switches = await switchesOf(scope, id);
    if (switches?.publisherKey !== publisherKey) throw createError(registryErrors.REMOTE_CHANGED, { remote: id });
    const isConfigured = remotes.find(id)?.registration.origin === 'configuration';
    if (!isConfigured && !(await isRegistered(scope.transaction, id))) throw createError(registryErrors.REMOTE_UNKNOWN, { remote: id });
  }

  return {
    keep: kept =>
      core.change({
        prepare: transaction => addBlobs(transaction, kept.blobs),
        async work(scope) {
          if (await isThere(scope, kept)) return false;
          const { transaction } = scope;
          const { id, caller, manifest, location } = kept;
          const { version } = manifest;
          if (kept.isNew) await registerNow(scope, kept);
          await requireUnchanged(scope, kept);
          const [actor, bytes, digest] = [nameOf(caller), bytesOf(manifest), versionDigest(manifest)];
          requireRoom(quota, id, { used: await readUsage(transaction, id), bytes });
          const made = { createdAt: new Date().toISOString(), createdBy: actor };
          await addVersion(transaction, { remote: id, version, kind: 'published', location, manifest, bytes, digest, ...made });
          const after = { version, digest, bytes, files: manifest.assets.length };
          const changes = [{ remote: id, subject: `version ${version}`, before: null, after }, ...(await moveTo(scope, kept))];
          await writeAudit(transaction, { actor, action: 'version.publish', remote: id, changes });
          return true;
        },
      }),
    moveOnly: kept =>
      core.change({
        async work(scope) {
          const { id, caller, manifest } = kept;
          const found = await scope.transaction('versions').where({ remote_id: id, version: manifest.version }).first('number');
          if (!found) return false;
          await writeAudit(scope.transaction, { actor: nameOf(caller), action: 'channel.move', remote: id, changes: await moveTo(scope, kept) });
          return true;
        },
      }),
  };
}
