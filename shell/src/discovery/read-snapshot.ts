import type { KnownSnapshot } from './parse-snapshot.ts';
import { parseSnapshot } from './parse-snapshot.ts';
import type { Read, ReadOptions } from './read-endpoints.ts';
import { read, snapshotUrl } from './read-endpoints.ts';

/** Reads all that the registry offers to this session. */
export const readSnapshot = (options: ReadOptions): Promise<Read<KnownSnapshot>> =>
  read(snapshotUrl, options, value => parseSnapshot(value, snapshotUrl));
