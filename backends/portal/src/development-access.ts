import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StaticAccess } from '@portico/backend-framework';

const tokenBytes = 32;
const shortestToken = 32;
const ownerOnly = 0o600;

async function tokenOf(path: string): Promise<string> {
  const known = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (known.length >= shortestToken) return known;
  const token = randomBytes(tokenBytes).toString('base64url');
  await writeFile(path, `${token}\n`, { mode: ownerOnly });
  return token;
}

/**
 * The token by which programs of this machine are admin of a development portal: `<data folder>/dev-token`, readable for the
 * owner only, made once per data folder. Outside development there is none, and one left in the folder is worth nothing.
 */
export async function developmentAccess(context: { dataDirectory: string; development: boolean }): Promise<StaticAccess[]> {
  if (!context.development) return [];
  const token = await tokenOf(join(context.dataDirectory, 'dev-token'));
  return [{ token, subject: 'external:development', roles: ['portal-admin'] }];
}
