import { createHash } from 'node:crypto';

/** Into how many buckets users are put: hundredths of a percent. */
export const buckets = 10_000;

/**
 * The bucket of a user: SHA-256 of the salt, a line feed and the user's id, as a number, modulo 10,000. The same for ever, on
 * every replica, and for all remotes with the same salt.
 */
export function bucketOf(salt: string, userId: string): number {
  const digest = createHash('sha256').update(`${salt}\n${userId}`).digest('hex');
  return Number(BigInt(`0x${digest}`) % BigInt(buckets));
}
