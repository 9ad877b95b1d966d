import { createError, inUseErrors } from '@portico/errors';
import type { LoadableRemote } from '../loading/loadable-remote.ts';
import { overrideCalls } from './override-calls.ts';
import { entryOf, readManifest, withoutAssets } from './read-manifest.ts';

/**
 * Loads an override as its build is now: with each build its container gets another name, so `portico-plugin.json` is read
 * anew. What else it says reaches the registry meanwhile, and then this page.
 *
 * @param onRenewed - called when the registry knows
 */
export async function openOverride<T>(remote: LoadableRemote, load: (remote: LoadableRemote) => Promise<T>, onRenewed: () => void): Promise<T> {
  const { id, override } = remote;
  const url = override?.manifestUrl;
  if (url === undefined) return load(remote);
  const manifest = await readManifest(url);
  const received = (manifest as { id?: unknown }).id;
  if (received !== id) throw createError(inUseErrors.OVERRIDE_ANSWER, { url, received: `the id ${JSON.stringify(received)} instead of ${id}` });
  const found = entryOf(manifest, url);
  // A build that does not pass its checks by now stays what it was; loading it says what is wrong.
  overrideCalls.renew(id, withoutAssets(manifest)).then(onRenewed, () => undefined);
  return load({ ...remote, ...found });
}
