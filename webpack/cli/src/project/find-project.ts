import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildErrors, createError } from '@portico/errors';
import { readJson } from './read-json.ts';

/** The folder in which a command works. */
export interface Project {
  readonly directory: string;
  /** `repository`: a checkout of the portal, with all its packages; `remote`: the folder of one plugin UI. */
  readonly kind: 'repository' | 'remote';
  readonly package: ProjectPackage;
}

/** The parts of a `package.json` that commands read. */
export interface ProjectPackage {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
  readonly portico?: { readonly role?: string; readonly pluginId?: string; readonly title?: string; readonly owner?: string };
}

function kindOf({ portico, workspaces }: ProjectPackage): Project['kind'] | undefined {
  if (portico?.role?.startsWith('frontend-plugin')) return 'remote';
  return workspaces?.includes('remotes/*') ? 'repository' : undefined;
}

/** The nearest project at or above a folder; undefined where there is none. */
export function findProject(start: string): Project | undefined {
  for (let directory = start; ; directory = dirname(directory)) {
    const file = join(directory, 'package.json');
    if (existsSync(file)) {
      const description = readJson<ProjectPackage>(file);
      const kind = kindOf(description);
      if (kind) return { directory, kind, package: description };
    }
    if (dirname(directory) === directory) return undefined;
  }
}

/**
 * The build folder that a command is about: the one that was named, or `dist` of the plugin in whose folder it was called.
 *
 * @throws buildErrors.DIST_MISSING
 */
export function findDist(start: string, named: string | undefined): string {
  const project = findProject(start);
  const directory = named === undefined ? join(project?.kind === 'remote' ? project.directory : start, 'dist') : join(start, named);
  const absolute = named?.startsWith('/') ? named : directory;
  if (!existsSync(join(absolute, 'portico-plugin.json'))) throw createError(buildErrors.DIST_MISSING, { directory: absolute });
  return absolute;
}
