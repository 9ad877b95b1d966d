import { manifestFile } from '../folder/read-folder.ts';

/** Where a hosted remote's files are, as URLs. */
export interface HostedPlace {
  /** The folder; ends with a slash. */
  readonly baseUrl: string;
  readonly manifestUrl: string;
  /** Name of the entry, where the registration names the entry itself and there is no manifest. */
  readonly entry?: string;
}

/** Reads a registered URL: a folder, the `portico-plugin.json` in it, or the entry of a remote without manifest. */
export function hostedPlace(location: string): HostedPlace {
  const url = new URL(location);
  url.hash = '';
  const name = url.pathname.split('/').pop() ?? '';
  const isFile = /\.(json|js|mjs)$/.test(name);
  if (!isFile && !url.pathname.endsWith('/')) url.pathname += '/';
  const baseUrl = new URL('.', url).href;
  const entry = /\.(js|mjs)$/.test(name) ? { entry: name } : {};
  return { baseUrl, manifestUrl: new URL(manifestFile, baseUrl).href, ...entry };
}
