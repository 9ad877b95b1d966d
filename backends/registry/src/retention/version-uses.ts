import type { RemoteRecord } from '../model/remote-record.ts';
import type { Seen } from '../store/sighting-store.ts';
import type { RetentionPolicy } from './retention-policy.ts';

const dayMs = 24 * 3600 * 1000;

/** What `usesOf` decides by. */
export interface UseContext {
  readonly policy: RetentionPolicy;
  /** The versions that sessions were seen with in the time that counts. */
  readonly seen: ReadonlyMap<string, Seen>;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** True while room is needed: then age alone keeps nothing. */
  readonly pressed?: boolean;
}

/** By version, what keeps it, in words: `channel stable`, `pin user:default/ada`. A version that nothing keeps has an empty list. */
export function usesOf(record: RemoteRecord, { policy, seen, now, pressed = false }: UseContext): Map<string, string[]> {
  const uses = new Map(record.versions.map(({ version }): [string, string[]] => [version, []]));
  const use = (version: string | undefined, by: string): void => void (version !== undefined && uses.get(version)?.push(by));
  for (const { channel, version, previous } of record.channels) {
    use(version, `channel ${channel}`);
    // What was taken back is no place to go back to; the last good one is there whatever the number.
    const good = previous.filter(one => one !== version && !record.blocked.has(one));
    for (const one of good.slice(0, Math.max(policy.previousVersions, 1))) use(one, `rollback of ${channel}`);
  }
  for (const [subject, version] of record.pins) use(version, `pin ${subject}`);
  for (const [version, { sessions }] of seen) use(version, sessions === 1 ? '1 session' : `${sessions} sessions`);
  use(record.noticed, 'its host has it');
  const good = record.versions.filter(({ version }) => !record.blocked.has(version));
  for (const { version } of good.slice(0, policy.newestVersions)) use(version, 'among the newest');
  const oldest = new Date(now - policy.unusedDays * dayMs).toISOString();
  if (!pressed) for (const { version, createdAt } of record.versions) if (createdAt > oldest) use(version, 'published lately');
  return uses;
}
