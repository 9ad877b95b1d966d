import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildErrors, createError } from '@portico/errors';
import type { CommandContext, CommandInput } from '../command.ts';

/** Which portal a command speaks with, and as whom. */
export interface PortalAddress {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string;
}

const loopback = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/;

/** Where `npm run stack` keeps the token of the portal that it runs at this address, as a folder in a data folder. */
function stackFolder(dataFolder: string, url: string): string[] {
  const state = join(dataFolder, 'stack', 'state.json');
  if (!existsSync(state)) return [];
  const running = JSON.parse(readFileSync(state, 'utf8')) as { readonly url?: string };
  return URL.parse(running.url ?? '')?.port === URL.parse(url)?.port ? [dirname(state)] : [];
}

function developmentToken({ directory, environment }: CommandContext, url: string): string | undefined {
  const named = environment['PORTICO_DATA_DIR'];
  const folders = named ? [resolve(directory, named)] : [];
  for (let folder = directory; ; folder = dirname(folder)) {
    folders.push(join(folder, '.data'));
    if (dirname(folder) === folder) break;
  }
  const file = folders
    .flatMap(folder => [...stackFolder(folder, url), folder])
    .map(folder => join(folder, 'dev-token'))
    .find(one => existsSync(one));
  return file === undefined ? undefined : readFileSync(file, 'utf8').trim();
}

/**
 * Finds the portal: `--portal`, `PORTICO_URL`, `http://localhost:3000`. The token is `PORTICO_TOKEN`, or, for a portal of
 * this machine, the development token of a data folder at or above the current folder.
 *
 * @throws buildErrors.TOKEN_MISSING, buildErrors.PORTAL_INVALID
 */
export function findPortal({ options }: CommandInput, context: CommandContext): PortalAddress {
  const written = String(options['portal'] ?? context.environment['PORTICO_URL'] ?? 'http://localhost:3000');
  if (!/^https?:$/.test(URL.parse(written)?.protocol ?? '')) throw createError(buildErrors.PORTAL_INVALID, { received: written });
  const url = written.replace(/\/+$/, '');
  const token = context.environment['PORTICO_TOKEN'] ?? (loopback.test(url) ? developmentToken(context, url) : undefined);
  if (!token) throw createError(buildErrors.TOKEN_MISSING, { url });
  return { url, token };
}
