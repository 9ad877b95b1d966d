import { createHash } from 'node:crypto';
import type { Telemetry } from '@portico/contracts';
import { hasVersion } from '../service/known-remotes.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import type { Sighting } from '../store/sighting-store.ts';

/** Sessions of one user that are told apart on one day. */
const sessionsOfUser = 16;

/** Who reported when, and which remotes there are. */
export interface SightingContext {
  readonly user: string;
  readonly atMs: number;
  /** Of one remote that one user may claim to run: no page has more alive, and no user so many at the same time. */
  readonly mostVersions: number;
  find(remote: string): KnownRemote | undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Stands for a session. What the browser calls itself counts only within its user, and only so far: nobody can make up many. */
function sessionHash(user: string, session = ''): string {
  const own = digest(session).readUInt32BE() % sessionsOfUser;
  return digest(`session\n${user}\n${own}`).toString('hex').slice(0, 32);
}

/** The last few of each remote. */
function lastOfEach<T extends { readonly remote: string }>(claims: readonly T[], most: number): T[] {
  return [...Map.groupBy(claims, ({ remote }) => remote).values()].flatMap(ofRemote => ofRemote.slice(-most));
}

/** Which versions of the registry a browser says it runs. Overrides are nobody's version. */
export function sightingsIn({ events, running = [], session }: Telemetry, { user, atMs, mostVersions, find }: SightingContext): Sighting[] {
  const loaded = events.filter(({ outcome, because }) => outcome !== 'failed' && because !== 'override');
  const keys = new Map([...loaded, ...running].map(({ remote, version }) => [`${remote} ${version}`, { remote, version }]));
  const known = [...keys.values()].filter(({ remote, version }) => hasVersion(find(remote), version));
  const hashes = { sessionHash: sessionHash(user, session), userHash: digest(`claims\n${user}`).toString('hex').slice(0, 32) };
  return lastOfEach(known, mostVersions).map(key => ({ ...key, atMs, ...hashes }));
}
