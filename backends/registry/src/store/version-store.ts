import type { PluginManifest } from '@portico/contracts';
import type { Knex } from 'knex';

/** A version of a remote whose files are in the database. */
export interface StoredVersion {
  /** Under which it is served. */
  readonly version: string;
  /** URL that it was copied from. */
  readonly location: string;
  readonly manifest: PluginManifest;
}

/** Versions and their files. Files are kept once per content, under their digest. */
export interface VersionStore {
  /** The version that was copied last from a place. */
  latest(remoteId: string, location: string): Promise<StoredVersion | undefined>;
  find(remoteId: string, version: string): Promise<StoredVersion | undefined>;
  /** Served versions of a remote, newest first. */
  list(remoteId: string): Promise<string[]>;
  /** Which of these digests the store has bytes for. */
  known(integrities: readonly string[]): Promise<Set<string>>;
  /** Keeps a version with the files that are new, all or nothing. One that is known gets the new manifest and is the latest. */
  save(remoteId: string, version: StoredVersion, newBlobs: ReadonlyMap<string, Buffer>): Promise<void>;
  /** Forgets the versions of a remote, and the files that only they had. */
  removeAll(remoteId: string): Promise<void>;
  readBlob(integrity: string): Promise<Buffer | undefined>;
}

interface VersionRow {
  version: string;
  location: string;
  manifest: string;
}

function toVersion(row: VersionRow | undefined): StoredVersion | undefined {
  return row && { version: row.version, location: row.location, manifest: JSON.parse(row.manifest) as PluginManifest };
}

/** Keeps versions in the database. */
export function createVersionStore(knex: Knex): VersionStore {
  const columns = ['version', 'location', 'manifest'] as const;
  return {
    async latest(remoteId, location) {
      const where = { remote_id: remoteId, location };
      return toVersion(await knex('versions').where(where).orderBy('number', 'desc').first(...columns));
    },
    async find(remoteId, version) {
      return toVersion(await knex('versions').where({ remote_id: remoteId, version }).first(...columns));
    },
    async list(remoteId) {
      return knex('versions').where({ remote_id: remoteId }).orderBy('number', 'desc').pluck('version');
    },
    async known(integrities) {
      return new Set<string>(await knex('blobs').whereIn('integrity', [...integrities]).pluck('integrity'));
    },
    save(remoteId, { version, location, manifest }, newBlobs) {
      return knex.transaction(async transaction => {
        for (const [integrity, body] of newBlobs) {
          await transaction('blobs').insert({ integrity, body }).onConflict('integrity').ignore();
        }
        await transaction('versions').where({ remote_id: remoteId, version }).delete();
        await transaction('versions').insert({ remote_id: remoteId, version, location, manifest: JSON.stringify(manifest) });
        const row = await transaction('versions').where({ remote_id: remoteId, version }).first('number');
        for (const { path, integrity } of manifest.assets) {
          await transaction('assets').insert({ version_number: row.number, path, integrity });
        }
      });
    },
    removeAll(remoteId) {
      return knex.transaction(async transaction => {
        await transaction('versions').where({ remote_id: remoteId }).delete();
        await transaction('blobs').whereNotIn('integrity', transaction('assets').select('integrity')).delete();
      });
    },
    async readBlob(integrity) {
      const row = await knex('blobs').where({ integrity }).first('body');
      return row ? Buffer.from(row.body) : undefined;
    },
  };
}
