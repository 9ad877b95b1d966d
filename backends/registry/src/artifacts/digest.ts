import { createHash } from 'node:crypto';
import type { ManifestAsset, PluginManifest } from '@portico/contracts';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

/** 64 hex digits that stand for all that makes a version: its manifest, with the digests of its files. */
export function versionDigest(manifest: PluginManifest): string {
  const assets = [...manifest.assets].sort((left, right) => (left.path < right.path ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted({ ...manifest, assets }))).digest('hex');
}

/** 8 hex digits that stand for a set of (path, digest), in whatever order. */
export function contentDigest(assets: readonly ManifestAsset[]): string {
  const lines = assets.map(asset => `${asset.path}\0${asset.integrity}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 8);
}

/** The version under which a build is served: its own version, and which bytes those are. */
export function servedVersion(version: string, assets: readonly ManifestAsset[]): string {
  return `${version}${version.includes('+') ? '.' : '+'}${contentDigest(assets)}`;
}
