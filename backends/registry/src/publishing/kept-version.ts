import type { PluginManifest } from '@portico/contracts';
import type { Caller } from '../access/access.ts';

/** A version that has passed its checks, on its way into the database. */
export interface KeptVersion {
  readonly id: string;
  readonly caller: Caller;
  /** As the build wrote it. */
  readonly manifest: PluginManifest;
  readonly blobs: ReadonlyMap<string, Buffer>;
  /** Where it was read from; empty for uploads. */
  readonly location: string;
  /** The remote is not registered yet. */
  readonly isNew: boolean;
  readonly channel: string | undefined;
  /** Nobody named the channel: it is moved only where it gives nothing yet. */
  readonly isImplied: boolean;
  /** That the version was held against. */
  readonly publisherKey: string | undefined;
}

/** Of all its files together. */
export function bytesOf({ assets }: PluginManifest): number {
  return assets.reduce((sum, asset) => sum + asset.bytes, 0);
}
