import { createHash } from 'node:crypto';
import type { PluginManifest } from '@portico/contracts';
import { buildErrors, createError } from '@portico/errors';
import { pluginIdOf, portalRange } from '@portico/manifest';
import { integrityOf } from '@portico/remote-checks';
import { isSharedModule } from '../project/shared-requests.ts';
import type { Project } from '../project/find-project.ts';
import { entryTypeOf } from './entry-type.ts';

/** The parts of a bundler's `mf-manifest.json` that are read. */
export interface FederationManifest {
  readonly name: string;
  readonly metaData?: {
    readonly globalName?: string;
    readonly buildInfo?: { readonly buildVersion?: string };
    readonly remoteEntry?: { readonly name?: string; readonly path?: string; readonly type?: string };
  };
  readonly shared?: readonly { readonly name: string; readonly requiredVersion?: string; readonly version?: string }[];
  readonly exposes?: readonly { readonly path?: string; readonly name?: string }[];
}

/** What is known of a build that the preset did not make. */
export interface ForeignBuild {
  readonly federation: FederationManifest | undefined;
  /** The package that it was built from. */
  readonly project: Project | undefined;
  /** Options of the command line, which win. */
  readonly said: Readonly<Record<string, string | undefined>>;
  readonly files: ReadonlyMap<string, Buffer>;
}

const moduleTypes = new Set(['module', 'esm']);
const digestLetters = 8;

function entryOf({ federation, said, files }: ForeignBuild): string {
  const { path = '', name } = federation?.metaData?.remoteEntry ?? {};
  const known = said['entry'] ?? (name === undefined ? undefined : `${path}${path === '' || path.endsWith('/') ? '' : '/'}${name}`);
  const entry = (known ?? 'remoteEntry.js').replace(/^\.?\//, '');
  if (files.has(entry)) return entry;
  const found = [...files.keys()].filter(file => /\.m?js$/.test(file)).join(', ');
  throw createError(buildErrors.ENTRY_MISSING, { entry, found: found || 'no script at all' });
}

function typeOf({ federation, said, files }: ForeignBuild, entry: string): 'module' | 'script' {
  const written = said['type'] ?? federation?.metaData?.remoteEntry?.type;
  if (written === undefined) return entryTypeOf(files.get(entry)?.toString('utf8') ?? '');
  return moduleTypes.has(written) ? 'module' : 'script';
}

/** A module sets no global: its name only has to tell two versions in one page apart. That of a script is its bundler's. */
function globalOf({ federation, said, files }: ForeignBuild, id: string, type: 'module' | 'script'): string {
  const known = said['global'] ?? federation?.metaData?.globalName ?? federation?.name;
  if (known !== undefined) return known;
  if (type === 'script') return id;
  const hash = createHash('sha256');
  for (const [path, content] of files) hash.update(`${path}\0`).update(content);
  return `${id.replaceAll('-', '_')}__${hash.digest('hex').slice(0, digestLetters)}`;
}

function sharedOf(federation: FederationManifest | undefined): PluginManifest['federation']['shared'] {
  const shared = federation?.shared ?? [];
  const ranged = shared.map(({ name, requiredVersion, version }) => ({ request: name, range: requiredVersion ?? `^${version ?? '0'}` }));
  return ranged.filter(({ request }) => isSharedModule(request));
}

/**
 * The manifest of a build from what its bundler wrote, its `package.json` and the command line.
 *
 * @throws buildErrors.ENTRY_MISSING, buildErrors.PLUGIN_UNNAMED
 */
export function foreignManifest(build: ForeignBuild): PluginManifest {
  const { federation, project, said, files } = build;
  const description = project?.package;
  const id = said['id'] ?? (description ? pluginIdOf(description) : undefined);
  if (id === undefined) throw createError(buildErrors.PLUGIN_UNNAMED, {});
  const { portico, description: text } = description ?? {};
  const title = said['title'] ?? portico?.title ?? id;
  const route = said['route'] ?? `/${id}`;
  const entry = entryOf(build);
  const type = typeOf(build, entry);
  return {
    schema: 1,
    id,
    title,
    version: said['version'] ?? description?.version ?? federation?.metaData?.buildInfo?.buildVersion ?? '0.0.0',
    ...(text === undefined ? {} : { description: text }),
    ...(portico?.owner === undefined ? {} : { owner: portico.owner }),
    portal: project ? portalRange(project.directory, project.package) : '*',
    routes: [{ path: route, extension: `page:${id}`, title }],
    navigation: [{ title, path: route }],
    extensions: [{ id: `page:${id}`, point: 'core.page/v1' }],
    federation: { entry, type, global: globalOf(build, id, type), module: './plugin', shared: sharedOf(federation) },
    assets: [...files].map(([path, content]) => ({ path, bytes: content.length, integrity: integrityOf(content) })),
  };
}
