import type { Attempt } from './federation.ts';
import type { LoadableRemote } from './loadable-remote.ts';

/** The attempts of this page, by the name under which the federation runtime knows each. */
export interface Attempts {
  begin(remote: LoadableRemote): Attempt;
  find(name: string): Attempt | undefined;
  /** Forgets the attempts of a version, and gives them. How many there were is not forgotten. */
  forget(version: { readonly id: string; readonly version: string }): Attempt[];
}

/**
 * Gives each attempt a name of its own: `<global>`, then `<global>~1` and so on. The runtime keeps what it knows of a
 * name for ever, so a new name is what makes it really try again.
 */
export function createAttempts(): Attempts {
  const byName = new Map<string, Attempt>();
  const names = new Map<string, number>();
  const tries = new Map<string, number>();
  return {
    begin(remote) {
      const { global } = remote.entry;
      const version = `${remote.id}@${remote.version}`;
      const used = names.get(global) ?? 0;
      const number = tries.get(version) ?? 0;
      names.set(global, used + 1);
      tries.set(version, number + 1);
      const attempt = { name: used ? `${global}~${used}` : global, remote, number };
      byName.set(attempt.name, attempt);
      return attempt;
    },
    find: name => byName.get(name),
    forget({ id, version }) {
      const own = [...byName.values()].filter(({ remote }) => remote.id === id && remote.version === version);
      for (const { name } of own) byName.delete(name);
      return own;
    },
  };
}
