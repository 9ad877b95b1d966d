import type { Snapshot, SnapshotRemote } from '@portico/contracts';
import type { JudgedRemote } from './offering.ts';
import { snapshotRemote } from './snapshot-remote.ts';

function canonical(path: string): string {
  return path.toLowerCase().replace(/\/+$/, '') || '/';
}

/** Indexes of the routes that no remote may have. */
function forbiddenRoutes(remote: JudgedRemote): Set<number> {
  const findings = remote.findings.filter(finding => finding.rule === 'routes-are-absolute-and-not-reserved');
  return new Set(findings.map(finding => Number(/^routes\.(\d+)\./.exec(finding.path)?.[1])));
}

/** A refused remote is shown on those of its routes that nobody else has. */
function onFreeRoutes(shown: SnapshotRemote, remote: JudgedRemote, taken: Set<string>): SnapshotRemote {
  const forbidden = forbiddenRoutes(remote);
  const routes = shown.routes.filter((route, index) => {
    if (forbidden.has(index) || taken.has(canonical(route.path))) return false;
    taken.add(canonical(route.path));
    return true;
  });
  const kept = new Set(routes.map(route => route.path));
  return { ...shown, routes, navigation: shown.navigation.filter(entry => kept.has(entry.path)) };
}

/** Without what only a shell asks for in which a version has failed: every session fetches the whole list. */
export function withoutDetails(remote: SnapshotRemote): SnapshotRemote {
  return remote.fallback ? { ...remote, fallback: { version: remote.fallback.version } } : remote;
}

/** What `GET /snapshot` gives of all remotes, but for the revision. */
export function snapshotRemotes(remotes: readonly JudgedRemote[]): Snapshot['remotes'] {
  const visible = remotes.filter(remote => !remote.hidden);
  const offered = visible.filter(remote => remote.status !== 'refused');
  const taken = new Set(offered.flatMap(remote => remote.manifest?.routes ?? []).map(route => canonical(route.path)));
  return visible.map(remote => {
    const shown = snapshotRemote(remote);
    return remote.status === 'refused' ? onFreeRoutes(shown, remote, taken) : shown;
  });
}
