import type { PluginManifest } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import type { Registration } from '../remotes/registration.ts';
import type { RemoteContent } from '../remotes/remote-content.ts';
import { hostedPlace } from './hosted-place.ts';
import { readHostedManifest } from './read-hosted.ts';
import type { HostedReader } from './read-hosted.ts';

/** What is assumed of a remote that gives nothing but an entry: one page, on the route of the registration. */
function assumedManifest(registration: Registration, entry: string): PluginManifest {
  const { id, title = id, route = `/${id}` } = registration;
  return {
    schema: 1,
    id,
    version: '0.0.0-live',
    title,
    portal: '*',
    federation: {
      entry,
      type: registration.type ?? (entry.endsWith('.mjs') ? 'module' : 'script'),
      global: registration.global ?? id.replaceAll('-', '_'),
      module: './plugin',
      shared: [],
    },
    routes: [{ path: route, extension: `page:${id}` }],
    navigation: [{ title, path: route }],
    extensions: [{ id: `page:${id}`, point: 'core.page/v1' }],
    assets: [],
  };
}

/**
 * Reads a remote that browsers load from its own origin.
 *
 * @param allowedOrigins - `registry.origins.allowed`
 * @throws REGISTRY_ORIGIN_NOT_ALLOWED, REGISTRY_REMOTE_UNREACHABLE, REGISTRY_MANIFEST_UNREADABLE
 */
export async function readLive(
  reader: HostedReader,
  registration: Registration,
  allowedOrigins: readonly string[],
): Promise<RemoteContent> {
  const { origin } = new URL(registration.location);
  if (!allowedOrigins.includes(origin)) throw createError(registryErrors.ORIGIN_NOT_ALLOWED, { origin });
  const { baseUrl, manifestUrl, entry } = hostedPlace(registration.location);
  if (entry !== undefined) return { manifest: assumedManifest(registration, entry), baseUrl, unverified: true };
  return { manifest: await readHostedManifest(reader, manifestUrl), baseUrl };
}
