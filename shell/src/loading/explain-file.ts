import { createError, inUseErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { missingFileOf } from './missing-file.ts';
import { remoteFolder } from './remote-folder.ts';

/** Milliseconds that the looks may take. */
const budgetMs = 5_000;
// What one asks for again, and what fails on purpose, are the recorded files below a folder of their own.
const surroundings = /^(?:~[^/]+\/)+/;

interface Recorded {
  readonly assets?: readonly { readonly path?: string; readonly integrity?: string }[];
}

async function recordedDigest(folder: string, path: string, signal: AbortSignal): Promise<string | undefined> {
  const answer = await fetch(`${folder}portico-plugin.json`, { signal });
  const { assets = [] } = (await answer.json()) as Recorded;
  return assets.find(asset => asset.path === path)?.integrity;
}

async function look(file: string, cause: PorticoError): Promise<PorticoError> {
  const url = new URL(file, document.baseURI);
  const folder = remoteFolder(url.href);
  const path = url.href.slice(folder.length).replace(surroundings, '');
  const signal = AbortSignal.timeout(budgetMs);
  const answer = await fetch(url, { cache: 'no-store', signal });
  const [received = 'no type'] = (answer.headers.get('content-type') ?? '').split(';');
  if (!answer.ok) return cause;
  if (received === 'text/html') return createError(inUseErrors.FILE_TYPE, { file: path, received }, { cause });
  const integrity = await recordedDigest(folder, path, signal);
  if (!integrity) return cause;
  // The browser compares, by the same rules as for what it runs.
  return fetch(url, { cache: 'no-store', integrity, signal }).then(
    () => cause,
    () => createError(inUseErrors.FILE_CHANGED, { file: path }, { cause }),
  );
}

/**
 * Says why a file of a remote did not run, where that can be found out: browsers tell scripts neither that a file is missing
 * nor that it differs from its digest.
 */
export async function explainFile(thrown: PorticoError): Promise<PorticoError> {
  const file = missingFileOf(thrown) || (thrown as { readonly request?: string }).request;
  if (!file || !new URL(file, document.baseURI).pathname.startsWith('/remotes/')) return thrown;
  return look(file, thrown).catch(() => thrown);
}
