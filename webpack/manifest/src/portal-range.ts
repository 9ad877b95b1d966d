import type { RemotePackage } from './built-remote.ts';
import { installedVersion } from './installed-version.ts';

const pluginApi = '@portico/plugin-api';
const exact = /^\d/;
/** Ranges, as against where a package comes from: `file:`, `link:`, `workspace:`, a git address, a tag. */
const range = /^(?:[\^~<>=v*]|\d)/;

/**
 * The range of the plugin API that a remote works with: what its `package.json` asks for, or, where that names an archive or
 * a folder, what is installed and its compatible successors. Without the plugin API any will do.
 */
export function portalRange(directory: string, { dependencies, peerDependencies, devDependencies }: Partial<RemotePackage>): string {
  const written = [peerDependencies, dependencies, devDependencies].flatMap(list => list?.[pluginApi] ?? []);
  if (written.length === 0) return '*';
  const found = written.find(one => range.test(one)) ?? installedVersion(directory, pluginApi) ?? '*';
  return exact.test(found) ? `^${found}` : found;
}
