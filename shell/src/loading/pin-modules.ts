import { createError, loaderErrors } from '@portico/errors';
import { addModuleDigests } from './import-map.ts';
import type { LoadableRemote } from './loadable-remote.ts';
import { pinStyles } from './pin-styles.ts';
import { remoteFolder } from './remote-folder.ts';
import { retryUrl } from './retry-url.ts';

/** What is needed to pin the modules of a remote. */
export interface PinOptions {
  readonly remote: LoadableRemote;
  readonly attempt: number;
  readonly nonce: string | undefined;
  readonly fetch: typeof fetch;
}

interface Asset {
  readonly path: string;
  readonly integrity: string;
}

const isAsset = (value: unknown): value is Asset => {
  const { path, integrity } = (value ?? {}) as Partial<Asset>;
  return typeof path === 'string' && typeof integrity === 'string' && integrity.startsWith('sha384-');
};

/**
 * Pins every file of an ES-module remote, stylesheets included, before the first import, to the digests that the registry recorded. The list
 * counts only if it agrees with the snapshot about the entry.
 *
 * @throws INTEGRITY_MISSING, INTEGRITY_DIFFERS
 */
export async function pinModules({ remote, attempt, nonce, fetch }: PinOptions): Promise<void> {
  const { url, integrity } = remote.entry;
  const folder = remoteFolder(url);
  const response = await fetch(`${folder}portico-plugin.json`);
  const manifest = (response.ok ? await response.json().catch(() => null) : null) as { assets?: unknown } | null;
  const assets = Array.isArray(manifest?.assets) ? manifest.assets : [];
  if (!assets.length || !assets.every(isAsset)) throw createError(loaderErrors.INTEGRITY_MISSING, { url: folder });
  const entry = assets.find(asset => folder + asset.path === url);
  if (!entry) throw createError(loaderErrors.INTEGRITY_MISSING, { url });
  if (entry.integrity !== integrity) throw createError(loaderErrors.INTEGRITY_DIFFERS, { url });
  const absolute = (path: string) => new URL(retryUrl(folder + path, attempt), document.baseURI).href;
  const digests = Object.fromEntries(assets.map(asset => [absolute(asset.path), asset.integrity]));
  addModuleDigests(digests, nonce);
  pinStyles(new URL(folder, document.baseURI).href, digests);
}
