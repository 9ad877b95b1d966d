/** The parts of a path below `/remotes`. */
export interface ArtifactPath {
  readonly id: string;
  readonly version: string;
  /** Path of the file as it is recorded. */
  readonly path: string;
  /** How the answer is to fail, for testers: the `<mode>` of `~chaos-<mode>`. */
  readonly chaos?: string;
}

function decodeSegment(segment: string): string | undefined {
  // Separators and NUL have no business inside a segment, in whatever form they are sent.
  if (segment === '' || /%2f|%5c|%00|\\/i.test(segment)) return undefined;
  try {
    const decoded = decodeURIComponent(segment);
    return decoded === '.' || decoded === '..' ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/**
 * Reads `/<id>/<version>/<path>`, or `/<id>/<version>/~<n>/<path>`, under which a browser asks again for a module that it
 * remembers as failed, or `/<id>/<version>/~chaos-<mode>/<path>`, under which it fails on purpose. A path that isn't canonical is undefined: nothing is resolved, nothing is cleaned.
 *
 * @param url - as it was sent, without `/remotes`
 */
export function parseArtifactPath(url: string): ArtifactPath | undefined {
  const [pathname = ''] = url.split(/[?#]/, 1);
  const segments = pathname.slice(1).split('/').map(decodeSegment);
  if (!pathname.startsWith('/') || segments.includes(undefined)) return undefined;
  const [id, version, ...rest] = segments as string[];
  const retried = /^~\d{1,6}$/.test(rest[0] ?? '') ? rest.slice(1) : rest;
  const chaos = /^~chaos-([a-z-]{1,20})$/.exec(retried[0] ?? '')?.[1];
  const path = (chaos === undefined ? retried : retried.slice(1)).join('/');
  return id && version && path ? { id, version, path, ...(chaos === undefined ? {} : { chaos }) } : undefined;
}
