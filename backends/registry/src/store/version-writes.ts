import type { Knex } from 'knex';
import { createVersionStore } from './version-store.ts';
import type { StoredVersion, VersionHead } from './version-store.ts';

const rowsAtATime = 100;
/** Files above this lie in parts of it: databases limit the size of one statement, some to 4 MB. */
const partBytes = 1024 * 1024;

/**
 * Keeps files. In the order of their digests, so that two processes that keep the same files wait for each other and don't
 * stand in each other's way.
 */
export async function addBlobs(transaction: Knex.Transaction, blobs: ReadonlyMap<string, Buffer>): Promise<void> {
  const sorted = [...blobs].sort(([left], [right]) => (left < right ? -1 : 1));
  const kept = await createVersionStore(transaction).known(sorted.map(([integrity]) => integrity));
  for (const [integrity, body] of sorted) if (!kept.has(integrity)) await addBlob(transaction, integrity, body);
}

async function addBlob(transaction: Knex.Transaction, integrity: string, body: Buffer): Promise<void> {
  const isLarge = body.length > partBytes;
  await transaction('blobs').insert({ integrity, body: isLarge ? Buffer.alloc(0) : body }).onConflict('integrity').ignore();
  if (!isLarge) return;
  for (let start = 0, part = 0; start < body.length; start += partBytes, part += 1) {
    const row = { integrity, part, body: body.subarray(start, start + partBytes) };
    await transaction('blob_parts').insert(row).onConflict(['integrity', 'part']).ignore();
  }
}

/** Keeps a version that is not there yet. Its files have to be kept before, in the same transaction. */
export async function addVersion(transaction: Knex.Transaction, version: StoredVersion): Promise<void> {
  const { remote, manifest, createdAt, createdBy, version: name, ...rest } = version;
  const key = { remote_id: remote, version: name };
  const { location, kind, digest, bytes } = rest;
  const noted = { created_at: createdAt, created_by: createdBy.slice(0, 300) };
  await transaction('removed_versions').where(key).delete();
  await transaction('versions').insert({ ...key, location, kind, digest, bytes, ...noted, manifest: JSON.stringify(manifest) });
  const row = await transaction('versions').where(key).first('number');
  const assets = manifest.assets.map(({ path, integrity }) => ({ version_number: row.number, path, integrity }));
  for (let start = 0; start < assets.length; start += rowsAtATime) {
    await transaction('assets').insert(assets.slice(start, start + rowsAtATime));
  }
}

/** Files that no version has. */
export async function orphanedBlobs(knex: Knex): Promise<string[]> {
  const unused = knex('blobs').leftJoin('assets', 'assets.integrity', 'blobs.integrity').whereNull('assets.integrity');
  return unused.pluck('blobs.integrity');
}

/** Forgets files that no version has. Gives their number. */
export async function sweepBlobs(transaction: Knex.Transaction): Promise<number> {
  // By name: a statement that looks for them itself would lock those that are just being kept.
  const orphans = await orphanedBlobs(transaction);
  for (let start = 0; start < orphans.length; start += rowsAtATime) {
    await transaction('blobs').whereIn('integrity', orphans.slice(start, start + rowsAtATime)).delete();
  }
  return orphans.length;
}

/** Forgets one version, and remembers that its name is taken. Its files stay until `sweepBlobs`. */
export async function removeVersion(transaction: Knex.Transaction, head: Pick<VersionHead, 'remote' | 'version' | 'digest'>): Promise<void> {
  const key = { remote_id: head.remote, version: head.version };
  await transaction('versions').where(key).delete();
  await transaction('removed_versions').insert({ ...key, digest: head.digest });
}

/** The digest that a version had that is gone. */
export async function removedDigest(knex: Knex, remote: string, version: string): Promise<string | undefined> {
  const row = (await knex('removed_versions').where({ remote_id: remote, version }).first('digest')) as { digest: string } | undefined;
  return row?.digest;
}

/** Forgets a remote's versions, those that are gone already too, and the files that only they had. */
export async function removeVersions(transaction: Knex.Transaction, remoteId: string): Promise<void> {
  for (const table of ['versions', 'removed_versions']) await transaction(table).where({ remote_id: remoteId }).delete();
  await sweepBlobs(transaction);
}
