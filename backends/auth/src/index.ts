export { authPlugin, authPlugin as default } from './plugin.ts';
export { decideGuestAccess } from './sign-in/guest-access.ts';
export type { GuestAccess, GuestSituation } from './sign-in/guest-access.ts';
