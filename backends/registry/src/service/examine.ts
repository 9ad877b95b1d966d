import type { Offer, PluginManifest } from '@portico/contracts';
import { isPorticoError } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { isAcceptable } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import { readHosted } from '../mirror/read-hosted.ts';
import type { HostedReader, HostedRemote } from '../mirror/read-hosted.ts';
import { readLive } from '../mirror/read-live.ts';
import type { JudgedRemote } from '../offering/offering.ts';
import { checkAlone, checkInPortal, pointsOf } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import type { RemoteContent } from '../remotes/remote-content.ts';
import { checkSignature } from '../signing/check-signature.ts';

/** All that can be said of a build. */
export interface Verdict {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** With the route and title of the registration; only when it has the right shape. */
  readonly manifest?: PluginManifest;
}

/** What a build is held against. */
export interface Surroundings {
  readonly offer?: Offer | undefined;
  /** All remotes of the portal. */
  readonly remotes: readonly JudgedRemote[];
  readonly publisherKey?: string | undefined;
  /** True where the id is the remote's own already. */
  readonly isRegistered?: boolean;
}

/** Reads a hosted remote in the way that its registration says. */
export async function readHostedRemote(
  registration: Registration,
  { reader, allowedOrigins }: { readonly reader: HostedReader; readonly allowedOrigins: readonly string[] },
): Promise<HostedRemote> {
  if (registration.kind === 'mirror') return readHosted(reader, registration);
  return { content: await readLive(reader, registration, allowedOrigins), blobs: new Map() };
}

/** A fault in the form of a finding. */
function findingOf(fault: PorticoError, rule: string, path: string): Finding {
  return { rule, severity: 'error', path, message: fault.message, fix: fault.fix };
}

/** Looks at a remote beside all others that are registered. */
export function checkAmong(manifest: PluginManifest, { remotes, isRegistered = false }: Surroundings): readonly Finding[] {
  const shown = remotes.filter(remote => !remote.hidden && !(isRegistered && remote.id === manifest.id));
  const sound = shown.filter(remote => remote.status !== 'refused');
  return checkInPortal(manifest, {
    ids: shown.map(remote => remote.id),
    routes: sound.flatMap(({ id, manifest: held }) => (held?.routes ?? []).map(({ path }) => ({ path, remote: id }))),
    extensionPoints: pointsOf(sound),
    provides: sound.flatMap(({ id, manifest: held }) => (held?.provides ?? []).map(api => ({ api, remote: id }))),
  });
}

/** Does all checks of a build that was read; keeps nothing. */
export function examine(registration: Registration, content: RemoteContent, surroundings: Surroundings): Verdict {
  const alone = checkAlone(registration, content, surroundings.offer);
  const { manifest, reason } = alone;
  const differs = reason?.code === 'REGISTRY_ID_DIFFERS' ? [findingOf(reason, 'id-is-as-registered', 'id')] : [];
  const findings = [
    ...alone.findings,
    ...differs,
    ...(manifest ? checkAmong(manifest, surroundings) : []),
    ...checkSignature(content, surroundings.publisherKey),
  ];
  return { ok: isAcceptable(findings), findings, ...(manifest ? { manifest } : {}) };
}

/** What reading gives, or the finding that stands for why it gave nothing. */
export async function readOrFind<T>(reading: Promise<T>, location: string): Promise<T | Finding> {
  try {
    return await reading;
  } catch (fault) {
    if (!isPorticoError(fault)) throw fault;
    return findingOf(fault, 'remote-is-reachable', location);
  }
}
