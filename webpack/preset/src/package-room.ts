import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildErrors, createError } from '@portico/errors';
import { installedVersion as findInstalledVersion } from '@portico/manifest';

/** The parts of a `package.json` that the build reads. */
export interface PackageDescription {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly portico?: { readonly role?: string; readonly pluginId?: string };
}

/** A package's folder and what its `package.json` says. */
export interface PackageRoom {
  readonly directory: string;
  readonly description: PackageDescription;
  /** The folder that holds `node_modules`: caches go below it. */
  readonly root: string;
}

function nearestWithModules(directory: string): string {
  const parent = dirname(directory);
  if (existsSync(join(directory, 'node_modules', 'react', 'package.json')) || parent === directory) return directory;
  return nearestWithModules(parent);
}

/** Reads the package that is built. Throws `build.PACKAGE_UNREADABLE` where there is none. */
export function openPackage(directory: string): PackageRoom {
  const file = join(directory, 'package.json');
  if (!existsSync(file)) throw createError(buildErrors.PACKAGE_UNREADABLE, { file });
  return {
    directory,
    description: JSON.parse(readFileSync(file, 'utf8')) as PackageDescription,
    root: nearestWithModules(directory),
  };
}

/** The installed version of a package, as seen from the package that is built. */
export function installedVersion(room: PackageRoom, packageName: string): string {
  const version = findInstalledVersion(room.directory, packageName);
  if (version === undefined) throw createError(buildErrors.SHARED_MODULE_MISSING, { request: packageName, directory: room.directory });
  return version;
}

/** The file behind an import request, as seen from the package that is built. */
export function resolveRequest(room: PackageRoom, request: string): string {
  try {
    return createRequire(join(room.directory, 'package.json')).resolve(request);
  } catch (cause) {
    throw createError(buildErrors.SHARED_MODULE_MISSING, { request, directory: room.directory }, { cause });
  }
}
