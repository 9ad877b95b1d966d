import { createHash } from 'node:crypto';
import type { Telemetry } from '@portico/contracts';
import { hasVersion } from '../service/known-remotes.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import type { Sighting } from '../store/sighting-store.ts';

/** Sessions of one user that are told apart on one day. */
const sessionsOfUser = 256;

/** Who reported when, and which remotes there are. */
export interface SightingContext {
  readonly user: string;
  readonly atMs: number;
  find(remote: string): KnownRemote | undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Stands for a session. What the browser calls itself counts only within its user, and only so far: nobody can make up many. */
function sessionHash(user: string, session = ''): string {
  const own = digest(session).readUInt32BE() % sessionsOfUser;
  return digest(`session\n${user}\n${own}`).toString('hex').slice(0, 32);
}

/** Which versions of the registry a browser says it runs. Overrides are nobody's version. */
export function sightingsIn({ events, running = [], session }: Telemetry, { user, atMs, find }: SightingContext): Sighting[] {
  const loaded = events.filter(({ outcome, because }) => outcome !== 'failed' && because !== 'override');
  const keys = new Map([...loaded, ...running].map(({ remote, version }) => [`${remote} ${version}`, { remote, version }]));
  const known = [...keys.values()].filter(({ remote, version }) => hasVersion(find(remote), version));
  return known.map(key => ({ ...key, atMs, sessionHash: sessionHash(user, session) }));
}
