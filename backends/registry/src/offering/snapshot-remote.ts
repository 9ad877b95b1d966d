import path from 'node:path';
import type { PluginManifest, RemoteEntry, SnapshotRemote } from '@portico/contracts';
import type { Registration } from '../remotes/registration.ts';
import type { JudgedRemote } from './offering.ts';

/** Stands where a remote has no version that could be shown. */
const noVersion = 'none';

/** The address of a file of a version. */
function artifactUrl(id: string, version: string, file: string): string {
  return `/remotes/${id}/${version}/${file.split('/').map(encodeURIComponent).join('/')}`;
}

function loadedFrom(url: string, manifest: PluginManifest): RemoteEntry {
  const { entry, type, global } = manifest.federation;
  const integrity = manifest.assets.find(asset => asset.path === entry)?.integrity;
  return { url, type, global, ...(integrity ? { integrity } : {}) };
}

function entryOf(remote: JudgedRemote, manifest: PluginManifest): RemoteEntry {
  const { entry, preload = [] } = manifest.federation;
  const folder = path.posix.dirname(entry);
  const assets = preload.filter(asset => asset !== entry).map(asset => path.posix.relative(folder, asset));
  const { baseUrl } = remote.content ?? {};
  const url = baseUrl ? new URL(entry, baseUrl).href : artifactUrl(remote.id, remote.version ?? noVersion, entry);
  return { ...loadedFrom(url, manifest), ...(assets.length > 0 ? { assets } : {}) };
}

/** How a version in the store is loaded. */
export function storedEntry(id: string, version: string, manifest: PluginManifest): RemoteEntry {
  return loadedFrom(artifactUrl(id, version, manifest.federation.entry), manifest);
}

function fallbackOf({ id, earlier }: JudgedRemote): Pick<SnapshotRemote, 'fallback'> {
  if (!earlier) return {};
  const { version, manifest } = earlier;
  return { fallback: { version, entry: storedEntry(id, version, manifest) } };
}

/** What the shell shows of a remote whose manifest nobody could read: its route, so that the reason can be seen there. */
function unreadable(registration: Registration): Pick<SnapshotRemote, 'title' | 'routes' | 'navigation'> {
  const route = registration.route ?? `/${registration.id}`;
  const title = registration.title ?? registration.id;
  return { title, routes: [{ path: route, extension: `page:${registration.id}` }], navigation: [{ title, path: route }] };
}

function refusedRemote(remote: JudgedRemote): SnapshotRemote {
  const { registration, manifest, reason } = remote;
  const shown = manifest
    ? { title: manifest.title, routes: manifest.routes, navigation: manifest.navigation }
    : unreadable(registration);
  return {
    id: remote.id,
    version: manifest?.version ?? noVersion,
    // Nothing of a refused remote is loaded; the entry keeps the shape.
    entry: { url: artifactUrl(remote.id, noVersion, 'remoteEntry.js'), type: 'script', global: remote.id.replaceAll('-', '_') },
    module: './plugin',
    ...shown,
    ...(remote.disabled ? { navigation: [] } : {}),
    extensions: [],
    status: 'refused',
    ...(reason ? { reason: { code: reason.code, message: reason.message, fix: reason.fix } } : {}),
  };
}

/** A remote as the shell gets it: everything but the code, and nothing that only details need. */
export function snapshotRemote(remote: JudgedRemote): SnapshotRemote {
  const { manifest } = remote;
  if (!manifest || remote.status === 'refused') return refusedRemote(remote);
  return {
    id: remote.id,
    version: remote.version ?? noVersion,
    title: manifest.title,
    entry: entryOf(remote, manifest),
    module: manifest.federation.module,
    routes: manifest.routes,
    navigation: manifest.navigation,
    extensions: manifest.extensions,
    ...(manifest.externalRoutes?.length ? { externalRoutes: manifest.externalRoutes } : {}),
    ...(manifest.provides?.length ? { provides: manifest.provides } : {}),
    status: remote.status,
    ...(remote.withdrawn?.length ? { withdrawn: [...remote.withdrawn] } : {}),
    ...fallbackOf(remote),
  };
}
