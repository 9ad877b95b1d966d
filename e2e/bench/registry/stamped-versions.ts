import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../setup/root.ts';
import type { Files } from './publish.ts';

interface Manifest {
  version: string;
  readonly federation: { readonly entry: string; global: string };
  assets: { path: string; bytes: number; integrity: string }[];
}

const digestOf = (body: Buffer): string => createHash('sha384').update(body).digest('base64');
const integrityOf = (body: Buffer): string => `sha384-${digestOf(body)}`;

/**
 * A build of a remote of this repository under another version: what the preset derives from the content (container, list
 * of chunks, digests in the entry) is another one, and all else is the same.
 */
export function stampVersion(id: string, version: string): Files {
  const folder = path.join(root, 'remotes', id, 'dist');
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'portico-plugin.json'), 'utf8')) as Manifest;
  const before = manifest.federation.global.slice(-8);
  const after = createHash('sha256').update(`${id} ${version}`).digest('hex').slice(0, 8);
  const renamed = (text: string): string => text.replaceAll(`_${before}`, `_${after}`);
  const digests = new Map<string, string>();
  const files = new Map<string, Buffer>();
  const { entry } = manifest.federation;
  // The entry knows the digests of all others, so it comes last.
  for (const asset of [...manifest.assets].sort((left, right) => Number(left.path === entry) - Number(right.path === entry))) {
    const bytes = fs.readFileSync(path.join(folder, asset.path));
    let text = renamed(bytes.toString());
    if (asset.path === entry) for (const [old, fresh] of digests) text = text.replaceAll(old, fresh);
    const body = /\.(js|css|json)$/.test(asset.path) ? Buffer.from(text) : bytes;
    digests.set(asset.integrity.replace('sha384-', ''), digestOf(body));
    files.set(asset.path, body);
  }
  manifest.version = version;
  manifest.federation.global = renamed(manifest.federation.global);
  manifest.assets = [...files].map(([name, body]) => ({ path: name, bytes: body.length, integrity: integrityOf(body) }));
  files.set('portico-plugin.json', Buffer.from(JSON.stringify(manifest)));
  return files;
}
