import { createError, registryErrors } from '@portico/errors';
import { integrityOf } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import { parseManifest } from '../folder/parse-manifest.ts';
import { assetsNamedBy, describeFile, manifestFile } from '../folder/read-folder.ts';
import type { RemoteContent } from '../remotes/remote-content.ts';
import { signatureFile } from '../signing/publisher-key.ts';

/** A build that somebody wants to publish, with all its bytes. */
export interface Artifact {
  readonly content: RemoteContent;
  /** By digest: the files that the store may not have yet. */
  readonly blobs: ReadonlyMap<string, Buffer>;
  /** What is said of it beside the rules. */
  readonly findings: readonly Finding[];
}

function unlistedFinding(path: string): Finding {
  return {
    rule: 'every-file-is-listed',
    severity: 'error',
    path,
    message: `Expected files that portico-plugin.json lists, got ${JSON.stringify(path.slice(0, 120))}, which it does not`,
    fix: 'Send the output of the build as it is, or stamp it again with portico manifest <dist>',
  };
}

/**
 * Makes an artifact of the files of an upload. Source maps may come along and are left out.
 *
 * @throws REGISTRY_MANIFEST_MISSING, REGISTRY_MANIFEST_UNREADABLE
 */
export function artifactOf(files: ReadonlyMap<string, Buffer>): Artifact {
  const manifestBytes = files.get(manifestFile);
  if (!manifestBytes) throw createError(registryErrors.MANIFEST_MISSING, { path: 'the upload' });
  const manifest = parseManifest(manifestBytes, manifestFile);
  const { entry, paths } = assetsNamedBy(manifest);
  const listed = new Set(paths);
  const rest = [...files].filter(([path]) => path !== manifestFile && path !== signatureFile);
  const signature = files.get(signatureFile)?.toString('utf8');
  const kept = rest.filter(([path]) => listed.has(path));
  return {
    content: {
      manifest,
      files: kept.map(([path, body]) => describeFile(path, body, entry)),
      signed: { manifestBytes, ...(signature === undefined ? {} : { signature }) },
    },
    blobs: new Map(kept.map(([, body]) => [integrityOf(body), body])),
    findings: rest.filter(([path]) => !listed.has(path) && !path.endsWith('.map')).map(([path]) => unlistedFinding(path)),
  };
}
