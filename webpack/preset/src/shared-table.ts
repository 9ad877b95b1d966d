import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { routerNames, sharedModules } from '@portico/shared-modules';
import { installedVersion, resolveRequest, type PackageRoom } from './package-room.ts';

const routerRequest = 'react-router';

/** The range that remotes ask of a shared module: anything compatible with the major (before 1.0: the minor) of a version. */
function rangeOf(version: string): string {
  const [major, minor] = version.split('.');
  return major === '0' ? `^0.${minor}.0` : `^${major}.0.0`;
}

/** The range that a remote asks of each shared module: import request -> range. */
export function consumedRanges(room: PackageRoom): Record<string, string> {
  return Object.fromEntries(sharedModules.map(shared => [shared.request, rangeOf(installedVersion(room, shared.package))]));
}

/** How a remote takes the shared modules: from the shell only, in a compatible version only. */
export function consumedModules(room: PackageRoom): Record<string, object> {
  const entries = Object.entries(consumedRanges(room));
  return Object.fromEntries(
    entries.map(([request, requiredVersion]) => [
      request,
      { singleton: true, strictVersion: true, requiredVersion, import: false },
    ]),
  );
}

/** How the shell provides the shared modules. */
export function providedModules(room: PackageRoom, files: ReadonlyMap<string, string>): Record<string, object> {
  return Object.fromEntries(
    sharedModules.map(shared => {
      const version = installedVersion(room, shared.package);
      return [
        shared.request,
        {
          singleton: true,
          strictVersion: true,
          requiredVersion: rangeOf(version),
          version,
          eager: shared.eager,
          import: files.get(shared.request),
        },
      ];
    }),
  );
}

/** The file that stands behind each shared module in the shell: import request -> absolute path. */
export function providerFiles(room: PackageRoom): Map<string, string> {
  return new Map(
    sharedModules.map(({ request }) => [
      request,
      request === routerRequest ? writeRouterSubset(room) : resolveRequest(room, request),
    ]),
  );
}

// The whole router is five times as large as what remotes use, and a shared module can't be tree-shaken: so the
// shell shares a module that exports the published names only. It names the router's file, not the package,
// because the request `react-router` would be the shared module itself.
function writeRouterSubset(room: PackageRoom): string {
  const file = join(room.root, 'node_modules/.cache/portico/router-subset.js');
  const text = `export { ${routerNames.join(', ')} } from ${JSON.stringify(resolveRequest(room, routerRequest))};\n`;
  mkdirSync(dirname(file), { recursive: true });
  if (readIfThere(file) !== text) writeFileSync(file, text);
  return file;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
