import { createHash } from 'node:crypto';

/** The digest of a file as manifests name it and `integrity` attributes take it: `sha384-<base64>`. */
export function integrityOf(content: Uint8Array | string): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
