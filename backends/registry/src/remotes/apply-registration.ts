import type { PluginManifest } from '@portico/contracts';
import type { Registration } from './registration.ts';

function moved(path: string, from: string, to: string): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}

/** The manifest as this portal shows it: with the route and title that the registration gives it. */
export function applyRegistration(manifest: PluginManifest, registration: Registration): PluginManifest {
  const { route, title } = registration;
  const from = manifest.routes[0]?.path;
  const titled = title === undefined ? manifest : { ...manifest, title };
  if (route === undefined || from === undefined || from === '/') return titled;
  return {
    ...titled,
    routes: titled.routes.map(one => ({ ...one, path: moved(one.path, from, route) })),
    navigation: titled.navigation.map(one => ({ ...one, path: moved(one.path, from, route) })),
  };
}
