import type { Offer, PluginManifest } from '@portico/contracts';
import { isPorticoError } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { isAcceptable } from '@portico/remote-checks';
import type { Finding } from '@portico/remote-checks';
import { readHosted } from '../mirror/read-hosted.ts';
import type { HostedReader, HostedRemote } from '../mirror/read-hosted.ts';
import { readLive } from '../mirror/read-live.ts';
import type { JudgedRemote } from '../offering/offering.ts';
import { checkAlone, checkInPortal } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';

/** All that can be said of a remote that somebody wants to register. */
export interface Examination {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly manifest?: PluginManifest;
  readonly hosted?: HostedRemote;
}

/** What an examination takes. */
export interface ExaminationOptions {
  readonly reader: HostedReader;
  readonly allowedOrigins: readonly string[];
  readonly offer?: Offer;
  readonly remotes: readonly JudgedRemote[];
}

/** Reads a hosted remote in the way that its registration says. */
export async function readHostedRemote(
  registration: Registration,
  { reader, allowedOrigins }: Pick<ExaminationOptions, 'reader' | 'allowedOrigins'>,
): Promise<HostedRemote> {
  if (registration.kind === 'mirror') return readHosted(reader, registration);
  return { content: await readLive(reader, registration, allowedOrigins), newBlobs: new Map() };
}

function findingOf(fault: PorticoError, rule: string, path: string): Finding {
  return { rule, severity: 'error', path, message: fault.message, fix: fault.fix };
}

/** Looks at a remote beside all that are registered. */
export function checkAmong(remotes: readonly JudgedRemote[], manifest: PluginManifest): readonly Finding[] {
  const shown = remotes.filter(remote => !remote.hidden);
  const sound = shown.filter(remote => remote.status !== 'refused');
  return checkInPortal(manifest, {
    ids: shown.map(remote => remote.id),
    routes: sound.flatMap(({ id, manifest: held }) => (held?.routes ?? []).map(({ path }) => ({ path, remote: id }))),
    provides: sound.flatMap(({ id, manifest: held }) => (held?.provides ?? []).map(api => ({ api, remote: id }))),
  });
}

/** Does all checks and keeps nothing. */
export async function examine(registration: Registration, options: ExaminationOptions): Promise<Examination> {
  let hosted: HostedRemote;
  try {
    hosted = await readHostedRemote(registration, options);
  } catch (fault) {
    if (!isPorticoError(fault)) throw fault;
    return { ok: false, findings: [findingOf(fault, 'remote-is-reachable', registration.location)] };
  }
  const verdict = checkAlone(registration, hosted.content, options.offer);
  const { manifest } = verdict;
  const differs = verdict.reason?.code === 'REGISTRY_ID_DIFFERS' ? [findingOf(verdict.reason, 'id-is-as-registered', 'id')] : [];
  const findings = [...verdict.findings, ...differs, ...(manifest ? checkAmong(options.remotes, manifest) : [])];
  return { ok: isAcceptable(findings), findings, ...(manifest ? { manifest } : {}), hosted };
}
