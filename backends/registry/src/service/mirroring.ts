import { stableChannel } from '@portico/contracts';
import type { PluginManifest } from '@portico/contracts';
import { servedVersion, versionDigest } from '../artifacts/digest.ts';
import type { HostedRemote } from '../mirror/read-hosted.ts';
import { moveChannel } from '../model/move-channel.ts';
import type { Blocked, ChannelValue } from '../model/remote-record.ts';
import type { Registration } from '../remotes/registration.ts';
import type { ChangeScope, RegistryDatabase } from '../store/registry-database.ts';
import { readSetting, writeSetting } from '../store/setting-store.ts';
import { addBlobs, addVersion } from '../store/version-writes.ts';
import { changeSettings } from './setting-changes.ts';

const actor = 'service:registry';

/** Puts a version on `stable`, unless it was taken back because of its errors. */
async function promote(scope: ChangeScope, remote: string, version: string): Promise<void> {
  const blocked = (await readSetting(scope.transaction, { remote, kind: 'mark', name: version }))?.value as Blocked | undefined;
  if (blocked) return;
  const at = new Date().toISOString();
  const next = (current: object | undefined): object =>
    moveChannel(current as ChannelValue | undefined, { version }, { channel: stableChannel, actor, at });
  await changeSettings(scope, { actor, action: 'version.mirror', remote }, [{ remote, kind: 'channel', name: stableChannel, next }]);
}

/** Makes the way in which a new build of a host becomes a version of its remote, once for all processes. */
export function createMirroring(
  database: RegistryDatabase,
): (registration: Registration, manifest: PluginManifest, hosted: HostedRemote) => Promise<void> {
  return async ({ id: remote, location }, manifest, { newBlobs }) => {
    const version = servedVersion(manifest.version, manifest.assets);
    const key = { remote, kind: 'mirror', name: '' } as const;
    const noticed = async (knex: ChangeScope['transaction'] | RegistryDatabase['knex']): Promise<boolean> =>
      ((await readSetting(knex, key))?.value as { noticed?: string } | undefined)?.noticed === version;
    if (await noticed(database.knex)) return;
    await database.change({
      prepare: transaction => addBlobs(transaction, newBlobs),
      async work(scope) {
        const { transaction } = scope;
        if (await noticed(transaction)) return;
        const isKnown = await transaction('versions').where({ remote_id: remote, version }).first('number');
        const bytes = manifest.assets.reduce((sum, asset) => sum + asset.bytes, 0);
        const made = { createdAt: new Date().toISOString(), createdBy: actor };
        const stored = { remote, version, kind: 'mirrored' as const, location, manifest, bytes, digest: versionDigest(manifest) };
        if (!isKnown) await addVersion(transaction, { ...stored, ...made });
        await writeSetting(scope, key, { noticed: version });
        await promote(scope, remote, version);
      },
    });
  };
}
