import type { RemoteEntry } from '@portico/contracts';
import { createError, inUseErrors, isPorticoError, messageOf } from '@portico/errors';

/** Milliseconds that a build server may take to say what it has. */
const budgetMs = 10_000;

/**
 * Reads `portico-plugin.json` of a local build. Only after the user has agreed to its origin, and from nowhere else: a
 * redirect is a failure.
 *
 * @throws OVERRIDE_UNREACHABLE, OVERRIDE_ANSWER
 */
export async function readManifest(url: string): Promise<object> {
  try {
    const signal = AbortSignal.timeout(budgetMs);
    const response = await fetch(url, { cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', signal });
    if (!response.ok) throw createError(inUseErrors.OVERRIDE_ANSWER, { url, received: `status ${response.status}` });
    const text = await response.text();
    const manifest = parsed(text);
    if (manifest) return manifest;
    throw createError(inUseErrors.OVERRIDE_ANSWER, { url, received: JSON.stringify(text.slice(0, 40)) });
  } catch (thrown) {
    if (isPorticoError(thrown)) throw thrown;
    throw createError(inUseErrors.OVERRIDE_UNREACHABLE, { url, reason: messageOf(thrown) }, { cause: thrown });
  }
}

function parsed(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A manifest as the registry wants it: nobody can keep the digests of a build that changes all the time. */
export function withoutAssets(manifest: object): object {
  return { ...manifest, assets: [] };
}

/** How a manifest says that its code is got. */
export interface ManifestEntry {
  readonly entry: RemoteEntry;
  readonly module: string;
}

/**
 * The entry of a manifest. It has to lie where the user has agreed to.
 *
 * @throws OVERRIDE_ANSWER
 */
export function entryOf(manifest: object, url: string): ManifestEntry {
  const { federation } = manifest as { federation?: Partial<Record<'entry' | 'type' | 'global' | 'module', unknown>> };
  const { entry, type, global, module } = federation ?? {};
  const folder = new URL('.', url).href;
  const address = typeof entry === 'string' && URL.canParse(entry, folder) ? new URL(entry, folder).href : '';
  const isSound = address.startsWith(folder) && typeof global === 'string' && typeof module === 'string';
  if (!isSound) throw createError(inUseErrors.OVERRIDE_ANSWER, { url, received: JSON.stringify(federation ?? null).slice(0, 200) });
  return { entry: { url: address, type: type === 'module' ? 'module' : 'script', global }, module };
}
