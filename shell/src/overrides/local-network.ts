/** What the browser says to a page that wants to reach the user's own machine or network. */
export type LocalNetwork =
  /** It doesn't mind, or was asked already. */
  | 'open'
  /** It will ask the user. */
  | 'asks'
  /** The user, or the organization, has said no. */
  | 'blocked'
  /** It never lets a page without https do so. */
  | 'insecure';

/** The parts of a window that say so. */
export interface NetworkSurroundings {
  readonly location: Pick<Location, 'hostname'>;
  readonly isSecureContext: boolean;
  readonly navigator: { readonly permissions?: { query(descriptor: { name: never }): Promise<{ readonly state: string }> } };
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;
const local = /^(?:10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|.+\.local|\[f[cd].+\])$/;

/** Names of the permission: of late there is one for this machine and one for the network round it. */
const namesFor = (hostname: string) => [loopback.test(hostname) ? 'loopback-network' : 'local-network', 'local-network-access'];

/** Whether this page may reach an origin, as far as Chromium's permission for local networks decides about it. */
export async function localNetwork(origin: string, { location, isSecureContext, navigator }: NetworkSurroundings): Promise<LocalNetwork> {
  const { hostname } = new URL(origin);
  const isNear = loopback.test(hostname) || local.test(hostname);
  // A page that is on this machine itself needs nobody's leave.
  if (!isNear || loopback.test(location.hostname)) return 'open';
  for (const name of namesFor(hostname)) {
    try {
      const state = (await navigator.permissions?.query({ name: name as never }))?.state;
      if (state === undefined) continue;
      if (!isSecureContext) return 'insecure';
      return state === 'granted' ? 'open' : state === 'denied' ? 'blocked' : 'asks';
    } catch {
      // This browser doesn't know the permission by that name.
    }
  }
  return 'open';
}
