import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The installed version of a package, as seen from a folder; undefined where it isn't installed. */
export function installedVersion(from: string, packageName: string): string | undefined {
  for (let directory = from; ; directory = dirname(directory)) {
    const file = join(directory, 'node_modules', packageName, 'package.json');
    if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    if (dirname(directory) === directory) return undefined;
  }
}
