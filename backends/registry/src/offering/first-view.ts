import { matchRemote } from '@portico/contracts';
import type { RemoteOutline, SnapshotRemote } from '@portico/contracts';
import type { JudgedRemote } from './offering.ts';

/** A portal with no more remotes than these says all of all of them at once. */
export const mostAtOnce = 50;

/** A snapshot in two parts: what a page needs, and what else there is. */
export interface FirstView {
  readonly remotes: readonly SnapshotRemote[];
  readonly outlines: readonly RemoteOutline[];
}

const outlineOf = ({ id, version, title, routes, navigation }: SnapshotRemote): RemoteOutline => ({ id, version, title, routes, navigation });

/** The remote whose page a path leads to. */
export function pageOf(remotes: readonly SnapshotRemote[], at: string): string | undefined {
  return matchRemote(remotes, at)?.remote.id;
}

/**
 * What the page of a remote is shown with: the remote itself, what others show at its extension points, and those that provide
 * APIs, which nobody knows beforehand whether it asks for. Of all others only what routes and navigation need.
 */
export function firstViewOf(remotes: readonly SnapshotRemote[], page: JudgedRemote | undefined): FirstView {
  const declared = new Set(page?.manifest?.extensionPoints);
  const isShownOn = ({ point }: { point: string }): boolean => declared.has(point) || (page !== undefined && point.startsWith(`${page.id}.`));
  const isNeeded = ({ id, provides, extensions }: SnapshotRemote): boolean => id === page?.id || provides !== undefined || extensions.some(isShownOn);
  return { remotes: remotes.filter(isNeeded), outlines: remotes.filter(remote => !isNeeded(remote)).map(outlineOf) };
}
