import type { PluginManifest } from '@portico/contracts';
import type { Knex } from 'knex';

/** A version without its manifest. */
export interface VersionHead {
  readonly remote: string;
  /** Under which it is served. */
  readonly version: string;
  readonly kind: 'published' | 'mirrored';
  /** Stands for the set of (path, digest), the manifest included. */
  readonly digest: string;
  /** Of all its files. */
  readonly bytes: number;
  /** ISO 8601 instant; empty where nobody noted it. */
  readonly createdAt: string;
  readonly createdBy: string;
}

/** A version of a remote whose files are in the database. */
export interface StoredVersion extends VersionHead {
  /** URL that it was copied from; empty for an upload. */
  readonly location: string;
  readonly manifest: PluginManifest;
}

/** Versions and their files. Files are kept once per content, under their digest. */
export interface VersionStore {
  /** The version that was copied last from a place. */
  latest(remoteId: string, location: string): Promise<StoredVersion | undefined>;
  find(remoteId: string, version: string): Promise<StoredVersion | undefined>;
  findAll(keys: readonly (readonly [remoteId: string, version: string])[]): Promise<StoredVersion[]>;
  /** All versions of all remotes, newest first. */
  heads(): Promise<VersionHead[]>;
  /** Which of these digests the store has bytes for. */
  known(integrities: readonly string[]): Promise<Set<string>>;
  readBlob(integrity: string): Promise<Buffer | undefined>;
}

interface VersionRow {
  remote_id: string;
  version: string;
  kind: string;
  digest: string;
  bytes: number;
  created_at: string;
  created_by: string;
}
interface WholeRow extends VersionRow {
  location: string;
  manifest: string;
}

const headColumns = ['remote_id', 'version', 'kind', 'digest', 'bytes', 'created_at', 'created_by'] as const;
const columns = [...headColumns, 'location', 'manifest'] as const;
/** Databases take a limited number of parameters in one question. */
const atATime = 200;

function toHead(row: VersionRow): VersionHead {
  return {
    remote: row.remote_id,
    version: row.version,
    kind: row.kind === 'published' ? 'published' : 'mirrored',
    digest: row.digest,
    bytes: Number(row.bytes),
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}

function toVersion(row: WholeRow | undefined): StoredVersion | undefined {
  return row && { ...toHead(row), location: row.location, manifest: JSON.parse(row.manifest) as PluginManifest };
}

function slices<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / atATime) }, (_, index) => list.slice(index * atATime, (index + 1) * atATime));
}

/** Reads versions from the database. */
export function createVersionStore(knex: Knex): VersionStore {
  return {
    async latest(remoteId, location) {
      const where = { remote_id: remoteId, location };
      return toVersion(await knex('versions').where(where).orderBy('number', 'desc').first(...columns));
    },
    async find(remoteId, version) {
      return toVersion(await knex('versions').where({ remote_id: remoteId, version }).first(...columns));
    },
    async findAll(keys) {
      const found: StoredVersion[] = [];
      for (const some of slices(keys)) {
        const rows: WholeRow[] = await knex('versions').whereIn(['remote_id', 'version'], some.map(key => [...key])).select(...columns);
        found.push(...rows.flatMap(row => toVersion(row) ?? []));
      }
      return found;
    },
    async heads() {
      const rows: VersionRow[] = await knex('versions').orderBy('number', 'desc').select(...headColumns);
      return rows.map(toHead);
    },
    async known(integrities) {
      const known = new Set<string>();
      for (const some of slices(integrities)) {
        for (const one of await knex('blobs').whereIn('integrity', some).pluck('integrity')) known.add(one as string);
      }
      return known;
    },
    async readBlob(integrity) {
      const row = await knex('blobs').where({ integrity }).first('body');
      if (!row || row.body.length > 0) return row && Buffer.from(row.body);
      const parts: Buffer[] = await knex('blob_parts').where({ integrity }).orderBy('part').pluck('body');
      return Buffer.concat(parts);
    },
  };
}
