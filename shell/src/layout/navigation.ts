import type { PluginNavigation, SnapshotRemote } from '@portico/contracts';

/** Entries of the navigation under one heading. */
export interface NavigationGroup {
  /** Empty for the entries without a heading, which come first. */
  readonly title: string;
  readonly entries: readonly PluginNavigation[];
}

const orderOf = (entry: PluginNavigation) => entry.order ?? 100;

function inOrder(left: PluginNavigation, right: PluginNavigation): number {
  return orderOf(left) - orderOf(right) || left.title.localeCompare(right.title);
}

/** The navigation that the remotes ask for, by groups, order and title. Of two entries for one path the first counts. */
export function navigationOf(remotes: readonly SnapshotRemote[]): readonly NavigationGroup[] {
  const groups = new Map<string, PluginNavigation[]>();
  const paths = new Set<string>();
  for (const entry of remotes.flatMap(({ navigation }) => navigation)) {
    if (paths.has(entry.path)) continue;
    paths.add(entry.path);
    const title = entry.group ?? '';
    groups.set(title, [...(groups.get(title) ?? []), entry]);
  }
  return [...groups]
    .map(([title, entries]) => ({ title, entries: entries.sort(inOrder) }))
    .sort((left, right) => {
      if (!left.title || !right.title) return left.title ? 1 : -1;
      const [first, second] = [left.entries[0], right.entries[0]];
      return (first ? orderOf(first) : 0) - (second ? orderOf(second) : 0) || left.title.localeCompare(right.title);
    });
}
