import { stableChannel } from '@portico/contracts';
import type { PluginManifest } from '@portico/contracts';
import { isPrerelease } from '@portico/remote-checks';
import { servedVersion, versionDigest } from '../artifacts/digest.ts';
import type { HostedRemote } from '../mirror/read-hosted.ts';
import { moveChannel } from '../model/move-channel.ts';
import type { Blocked, ChannelValue } from '../model/remote-record.ts';
import type { Registration } from '../remotes/registration.ts';
import { readUsage, requireRoom } from '../retention/quota.ts';
import type { Quota } from '../retention/retention-policy.ts';
import type { Sweeping } from '../retention/sweeping.ts';
import { withRoom } from '../retention/with-room.ts';
import type { ChangeScope, RegistryChange, RegistryDatabase } from '../store/registry-database.ts';
import { readSetting, writeSetting } from '../store/setting-store.ts';
import { addBlobs, addVersion } from '../store/version-writes.ts';
import { changeSettings } from './setting-changes.ts';

const actor = 'service:registry';

/**
 * Puts a version on `stable`, unless it was taken back because of its errors, or is a trial in the place of a release. Where
 * `stable` gives nothing or a trial already, the host is followed: that is how somebody wanted it.
 */
async function promote(scope: ChangeScope, remote: string, version: string): Promise<void> {
  const blocked = (await readSetting(scope.transaction, { remote, kind: 'mark', name: version }))?.value as Blocked | undefined;
  const given = (await readSetting(scope.transaction, { remote, kind: 'channel', name: stableChannel }))?.value as ChannelValue | undefined;
  if (blocked || (given && isPrerelease(version) && !isPrerelease(given.version))) return;
  const at = new Date().toISOString();
  const next = (current: object | undefined): object =>
    moveChannel(current as ChannelValue | undefined, { version }, { channel: stableChannel, actor, at });
  await changeSettings(scope, { actor, action: 'version.mirror', remote }, [{ remote, kind: 'channel', name: stableChannel, next }]);
}

/** What mirroring takes. */
export interface MirroringOptions {
  readonly database: RegistryDatabase;
  readonly quota: Quota;
  readonly sweeping: Pick<Sweeping, 'makeRoom'>;
}

/**
 * Makes the way in which a new build of a host becomes a version of its remote, once for all processes.
 *
 * @throws REGISTRY_QUOTA_USED_UP
 */
export function createMirroring({
  database,
  quota,
  sweeping,
}: MirroringOptions): (registration: Registration, manifest: PluginManifest, hosted: HostedRemote) => Promise<void> {
  return async ({ id: remote, location }, manifest, { blobs }) => {
    const version = servedVersion(manifest.version, manifest.assets);
    const key = { remote, kind: 'mirror', name: '' } as const;
    const noticed = async (knex: ChangeScope['transaction'] | RegistryDatabase['knex']): Promise<boolean> =>
      ((await readSetting(knex, key))?.value as { noticed?: string } | undefined)?.noticed === version;
    if (await noticed(database.knex)) return;
    const bytes = manifest.assets.reduce((sum, asset) => sum + asset.bytes, 0);
    const made = { createdAt: new Date().toISOString(), createdBy: actor };
    const stored = { remote, version, kind: 'mirrored' as const, location, manifest, bytes, digest: versionDigest(manifest) };
    const change: RegistryChange<void> = {
      prepare: transaction => addBlobs(transaction, blobs),
      async work(scope) {
        const { transaction } = scope;
        if (await noticed(transaction)) return;
        const isKnown = await transaction('versions').where({ remote_id: remote, version }).first('number');
        if (!isKnown) {
          requireRoom(quota, remote, { used: await readUsage(transaction, remote), bytes });
          await addVersion(transaction, { ...stored, ...made });
        }
        await writeSetting(scope, key, { noticed: version });
        await promote(scope, remote, version);
      },
    };
    await withRoom(sweeping, remote, () => database.change(change));
  };
}
