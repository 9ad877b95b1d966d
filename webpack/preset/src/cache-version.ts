import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedVersion, type PackageRoom } from './package-room.ts';

/** Changes whenever the preset, the sharing table's versions or webpack change: old cache entries are then not used. */
export function cacheVersion(room: PackageRoom): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/(?<!\.test|\.d)\.[jt]s$/.test(file)) hash.update(file).update(readFileSync(join(import.meta.dirname, file)));
  }
  for (const name of ['webpack', '@module-federation/enhanced', 'react', 'react-router', '@swc/core']) {
    hash.update(installedVersion(room, name));
  }
  return hash.update(JSON.stringify(room.description)).digest('hex');
}
