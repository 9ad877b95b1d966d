import type { SnapshotRemote } from '@portico/contracts';
import { remoteFolder } from '../loading/remote-folder.ts';

/** A version of a remote. */
export interface RemoteVersion {
  readonly id: string;
  readonly version: string;
}

/** V8 begins the lines of a trace with `at`, the others have `@` before the address. All else is the message, which may name anybody. */
const isFrame = (line: string): boolean => /^\s*at |@/.test(line);
const artifact = /\/remotes\/([a-z0-9-]+)\/([^/\s]+)\/[^/\s]/;

/** Whose code a trace first comes through: the innermost line that is a file of a remote. Undefined where there is none. */
export function traceOwner(trace: string, origin: string, remotes: readonly SnapshotRemote[]): RemoteVersion | undefined {
  // Those from elsewhere have no path that says whose they are.
  const foreign = remotes.filter(({ entry }) => /^https?:/.test(entry.url));
  for (const frame of trace.split('\n').filter(isFrame)) {
    const [, id, version] = (frame.includes(`${origin}/remotes/`) && artifact.exec(frame)) || [];
    if (id && version) return { id, version: version.replaceAll('%2B', '+') };
    const owner = foreign.find(({ entry }) => frame.includes(remoteFolder(entry.url)));
    if (owner) return owner;
  }
  return undefined;
}
