/** How long a session lasts without a visit. */
export const sessionLifetimeMs = 8 * 60 * 60 * 1000;
/** A session that has less left is renewed by the next visit. */
export const sessionRenewalMs = sessionLifetimeMs / 2;
