import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogErrors, createError } from '@portico/errors';
import type { SourceSpec } from './source.ts';

const schemePattern = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Finds out what a target written inside a source means. A file may name files and URLs, a URL only URLs; files are
 * relative to the file's folder, URLs to the URL.
 *
 * @param type - what the writer says that the target is, or undefined for the same as the source
 * @throws catalogErrors.TARGET_REFUSED
 */
export function resolveTarget(written: string, type: string | undefined, source: SourceSpec): SourceSpec {
  const wanted = type ?? (/^https?:\/\//i.test(written) ? 'url' : source.type);
  const refuse = (reason: string) => createError(catalogErrors.TARGET_REFUSED, { target: written, reason });
  if (wanted === 'url') {
    const url = URL.parse(written, source.type === 'url' ? source.target : undefined);
    if (!url) throw refuse('it is no absolute URL');
    const web = url.protocol === 'https:' || url.protocol === 'http:';
    const sameTree = source.type === 'url' && url.protocol === URL.parse(source.target)?.protocol;
    if (!web && !sameTree) throw refuse(`the scheme ${url.protocol} is never read`);
    if (url.username !== '' || url.password !== '') throw refuse('it holds a user name or password');
    return { type: 'url', target: url.href };
  }
  if (wanted !== 'file') throw refuse(`the type ${wanted} is unknown, known are file and url`);
  if (source.type !== 'file') throw refuse('a location read from a URL cannot name files of this machine');
  if (written.includes('\0')) throw refuse('it holds a NUL character');
  if (/^file:/i.test(written)) {
    const url = URL.parse(written);
    if (!url || url.host !== '' || /%2f|%5c/i.test(url.pathname)) throw refuse('it is no file of this machine');
    return { type: 'file', target: fileURLToPath(url) };
  }
  if (schemePattern.test(written)) throw refuse(`the scheme ${written.slice(0, written.indexOf(':') + 1)} is never read`);
  return { type: 'file', target: resolve(dirname(source.target), written) };
}
