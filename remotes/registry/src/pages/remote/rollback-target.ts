import type { RemoteDetail } from '@portico/contracts';
import { stableChannel } from '../../components/stable-channel.ts';

/** What everybody would get after a rollback, in words; undefined where there is nothing to go back to. */
export function rollbackTarget({ channels, versions, source }: Pick<RemoteDetail, 'channels' | 'versions' | 'source'>): string | undefined {
  const stable = channels.find(({ channel }) => channel === stableChannel);
  if (!stable) return undefined;
  const takenBack = new Set(versions.filter(({ blocked }) => blocked).map(({ version }) => version));
  const target = stable.previous.find(version => version !== stable.version && !takenBack.has(version)) ?? stable.previous[0];
  // Without a channel of its own everybody gets what is in the folder, or on the host.
  return target ?? (source.kind === 'folder' || source.kind === 'live' ? 'its own build' : undefined);
}
