import type { ManifestAsset, PluginManifest } from '@portico/contracts';
import { buildErrors, createError } from '@portico/errors';
import { isSharedModule } from '../project/shared-requests.ts';
import type { ProjectPackage } from '../project/find-project.ts';
import { pluginIdOf } from '../project/find-project.ts';

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
  readonly description: ProjectPackage | undefined;
  /** Options of the command line, which win. */
  readonly said: Readonly<Record<string, string | undefined>>;
  readonly assets: readonly ManifestAsset[];
}

const moduleTypes = new Set(['module', 'esm']);

function entryOf({ federation, said, assets }: ForeignBuild): string {
  const { path = '', name } = federation?.metaData?.remoteEntry ?? {};
  const known = said['entry'] ?? (name === undefined ? undefined : `${path}${path === '' || path.endsWith('/') ? '' : '/'}${name}`);
  const entry = (known ?? 'remoteEntry.js').replace(/^\.?\//, '');
  if (!assets.some(asset => asset.path === entry)) throw createError(buildErrors.ENTRY_MISSING, { entry });
  return entry;
}

/**
 * The manifest of a build from what its bundler wrote, its `package.json` and the command line.
 *
 * @throws buildErrors.ENTRY_MISSING, buildErrors.PLUGIN_UNNAMED
 */
export function foreignManifest(build: ForeignBuild): PluginManifest {
  const { federation, description, said, assets } = build;
  const id = said['id'] ?? (description ? pluginIdOf(description) : undefined);
  if (id === undefined) throw createError(buildErrors.PLUGIN_UNNAMED, {});
  const title = said['title'] ?? description?.portico?.title ?? id;
  const route = said['route'] ?? `/${id}`;
  const type = said['type'] ?? (moduleTypes.has(federation?.metaData?.remoteEntry?.type ?? '') ? 'module' : 'script');
  const { portico, dependencies, description: text } = description ?? {};
  const ranged = (federation?.shared ?? []).map(({ name, requiredVersion, version }) => ({ request: name, range: requiredVersion ?? `^${version ?? '0'}` }));
  const api = dependencies?.['@portico/plugin-api'];
  return {
    schema: 1,
    id,
    title,
    version: said['version'] ?? description?.version ?? federation?.metaData?.buildInfo?.buildVersion ?? '0.0.0',
    ...(text === undefined ? {} : { description: text }),
    ...(portico?.owner === undefined ? {} : { owner: portico.owner }),
    portal: api === undefined ? '*' : /^\d/.test(api) ? `^${api}` : api,
    routes: [{ path: route, extension: `page:${id}`, title }],
    navigation: [{ title, path: route }],
    extensions: [{ id: `page:${id}`, point: 'core.page/v1' }],
    federation: {
      entry: entryOf(build),
      type: type === 'module' ? 'module' : 'script',
      global: said['global'] ?? federation?.metaData?.globalName ?? federation?.name ?? id,
      module: './plugin',
      shared: ranged.filter(({ request }) => isSharedModule(request)),
    },
    assets: [...assets],
  };
}
