import type { JudgedRemote } from '../offering/offering.ts';

function shortFault(fault: JudgedRemote['fault']): object | undefined {
  return fault && { code: fault.code, message: fault.message, fix: fault.fix };
}

/** A remote as `GET /remotes` lists it. */
export function remoteSummary(remote: JudgedRemote): object {
  const { registration, manifest } = remote;
  return {
    id: remote.id,
    title: manifest?.title ?? registration.title ?? remote.id,
    status: remote.status,
    ...(remote.version ? { version: remote.version } : {}),
    routes: manifest?.routes.map(route => route.path) ?? [],
    source: { origin: registration.origin, kind: registration.kind, location: registration.location },
    ...(remote.reason ? { reason: shortFault(remote.reason) } : {}),
    ...(remote.fault ? { fault: shortFault(remote.fault) } : {}),
  };
}

/** A remote as `GET /remotes/:id` gives it: with its manifest, asset digests included, and all findings. */
export function remoteReport(remote: JudgedRemote, storedVersions: readonly string[]): object {
  const versions = new Set([...(remote.version ? [remote.version] : []), ...storedVersions]);
  return {
    ...remoteSummary(remote),
    findings: remote.findings,
    versions: [...versions].map(version => ({ version })),
    ...(remote.manifest ? { manifest: remote.manifest } : {}),
  };
}
