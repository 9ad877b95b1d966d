import { createError, registryErrors } from '@portico/errors';
import { checksFailed } from '../remotes/check-remote.ts';
import { examine } from './examine.ts';
import type { KnownRemote } from './known-remotes.ts';
import type { RegistryParts } from './registry-parts.ts';

/**
 * Makes sure that a version can be given to people: it is there, and its checks pass against what the shell offers now and
 * beside the remotes of now.
 *
 * @throws REGISTRY_VERSION_UNKNOWN, REGISTRY_CHECKS_FAILED with the findings
 */
export async function requirePromotable(parts: RegistryParts, remote: KnownRemote, version: string): Promise<void> {
  const { id, registration } = remote;
  const stored = await parts.versions.find(id, version);
  if (!stored) throw createError(registryErrors.VERSION_UNKNOWN, { remote: id, version });
  const surroundings = { offer: parts.offerFile.current(), remotes: parts.board.remotes(), isRegistered: true };
  const { ok, findings } = examine({ ...registration, expectedId: id }, { manifest: stored.manifest }, surroundings);
  if (!ok) throw checksFailed(id, findings);
}
