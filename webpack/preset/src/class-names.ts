import { createHash } from 'node:crypto';
import { basename, relative } from 'node:path';
import type { PackageRoom } from './package-room.ts';

/**
 * Names CSS Module classes `<id>-<name>-<hash>`. The hash covers the package's version, so that two versions of
 * one remote keep their own looks in one page.
 */
export function classNamer(room: PackageRoom, id: string): (context: { resourcePath: string }, _: string, name: string) => string {
  return ({ resourcePath }, _, name) => {
    const place = relative(room.directory, resourcePath);
    const digest = createHash('sha256').update([room.description.version, place, name].join('\0')).digest('base64url');
    const stem = basename(resourcePath).replace(/\.module\.css$/, '');
    return `${id}-${name === 'root' ? stem : name}-${digest.replace(/[^A-Za-z0-9]/g, '').slice(0, 6)}`;
  };
}
