import type { Knex } from 'knex';
import type { StoredVersion } from './version-store.ts';

const rowsAtATime = 100;
/** Files above this lie in parts of it: databases limit the size of one statement, some to 4 MB. */
const partBytes = 1024 * 1024;

/**
 * Keeps files. In the order of their digests, so that two processes that keep the same files wait for each other and don't
 * stand in each other's way.
 */
export async function addBlobs(transaction: Knex.Transaction, blobs: ReadonlyMap<string, Buffer>): Promise<void> {
  const sorted = [...blobs].sort(([left], [right]) => (left < right ? -1 : 1));
  for (const [integrity, body] of sorted) await addBlob(transaction, integrity, body);
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
  await transaction('versions').insert({ ...key, location, kind, digest, bytes, ...noted, manifest: JSON.stringify(manifest) });
  const row = await transaction('versions').where(key).first('number');
  const assets = manifest.assets.map(({ path, integrity }) => ({ version_number: row.number, path, integrity }));
  for (let start = 0; start < assets.length; start += rowsAtATime) {
    await transaction('assets').insert(assets.slice(start, start + rowsAtATime));
  }
}

/** Forgets files that no version has. */
export async function sweepBlobs(transaction: Knex.Transaction): Promise<number> {
  return transaction('blobs').whereNotIn('integrity', transaction('assets').select('integrity')).delete();
}

/** Forgets one version, and the files that only it had. */
export async function removeVersion(transaction: Knex.Transaction, remoteId: string, version: string): Promise<void> {
  await transaction('versions').where({ remote_id: remoteId, version }).delete();
  await sweepBlobs(transaction);
}

/** Forgets the versions of a remote, and the files that only they had. */
export async function removeVersions(transaction: Knex.Transaction, remoteId: string): Promise<void> {
  await transaction('versions').where({ remote_id: remoteId }).delete();
  await sweepBlobs(transaction);
}
