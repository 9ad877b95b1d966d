import type { PluginManifest } from '@portico/contracts';
import { createError, isPorticoError, registryErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { createFolderReader } from '../folder/folder-reader.ts';
import type { FolderReader } from '../folder/folder-reader.ts';
import { createBlobSource } from '../mirror/blob-source.ts';
import type { HostedRemote } from '../mirror/read-hosted.ts';
import type { RemoteState } from '../offering/offering.ts';
import type { Verdict } from '../remotes/check-remote.ts';
import type { Registration } from '../remotes/registration.ts';
import type { RemoteContent } from '../remotes/remote-content.ts';
import type { VersionStore } from '../store/version-store.ts';

/** Keeps the state of all remotes up to date with the places that they are read from. */
export interface RemoteFollower {
  /** In the order of their registration: the configuration's first. The same list until one of them changes. */
  states(): readonly RemoteState[];
  /** Reads the registrations; called again when they changed, it keeps the state of those that are the same. */
  start(): Promise<void>;
  /** Says what a remote has that will be registered next. */
  expect(registration: Registration, content: RemoteContent): void;
  /** Gives true when a folder's remote has changed. */
  lookAtFolders(): Promise<boolean>;
  /** Asks all hosts; hands each answer to `take`, which runs it when nothing else is being changed. */
  probeHosts(signal: AbortSignal, take: (change: () => Promise<boolean>) => Promise<void>): Promise<void>;
}

/** What following takes. */
export interface RemoteFollowerOptions {
  registrations(): Promise<readonly Registration[]>;
  readonly versions: VersionStore;
  check(registration: Registration, content: RemoteContent): Verdict;
  read(registration: Registration, signal: AbortSignal): Promise<HostedRemote>;
  /** Keeps a new build of a hosted remote, which passed its checks, as a version. */
  keep(registration: Registration, manifest: PluginManifest, hosted: HostedRemote): Promise<void>;
}

interface Followed {
  readonly registration: Registration;
  readonly folder?: FolderReader;
  state: RemoteState;
  /** When its host was asked last, in milliseconds of this process. */
  askedAt: number;
}

const hostsAtATime = 4;

function asFault(thrown: unknown): PorticoError {
  if (!isPorticoError(thrown)) throw thrown;
  return thrown;
}

/** Makes the follower of all remotes. */
export function createRemoteFollower({ registrations, versions, check, read, keep }: RemoteFollowerOptions): RemoteFollower {
  let followed: Followed[] = [];
  let listed: readonly RemoteState[] | undefined;
  let expected: { key: string; content: RemoteContent } | undefined;

  function follow(registration: Registration): Followed {
    const { id, location, kind } = registration;
    const pending = createError(registryErrors.MIRROR_PENDING, { remote: id, url: location });
    const seed = expected?.key === JSON.stringify(registration) ? { content: expected.content } : undefined;
    const state: RemoteState = { registration, ...(kind === 'published' ? {} : (seed ?? { fault: pending })) };
    if (kind !== 'folder') return { registration, state, askedAt: 0 };
    return { registration, state, askedAt: 0, folder: createFolderReader(registration, content => !check(registration, content).reason) };
  }

  function setState(one: Followed, state: RemoteState): void {
    one.state = state;
    listed = undefined;
  }

  /** What was kept of a hosted remote at an earlier time: it can be offered before its host has been asked. */
  async function recall(one: Followed): Promise<void> {
    if (one.registration.kind !== 'mirror') return;
    const stored = await versions.latest(one.registration.id, one.registration.location);
    if (!stored) return;
    const { manifest, version } = stored;
    setState(one, { registration: one.registration, content: { manifest, version, source: createBlobSource(versions) } });
  }

  async function look(one: Followed): Promise<boolean> {
    const state = await one.folder?.look();
    if (state) setState(one, state);
    return state !== undefined;
  }

  /** Takes what a host gave. A build that must not run doesn't push out an earlier one that may. */
  async function takeOver(one: Followed, hosted: HostedRemote): Promise<boolean> {
    const { registration, state } = one;
    const { content } = hosted;
    const { manifest, reason } = check(registration, content);
    if (reason || !manifest) {
      setState(one, state.content ? { ...state, ...(reason ? { fault: reason } : {}) } : { registration, content });
      return true;
    }
    const raw = content.manifest as typeof manifest;
    const same = JSON.stringify(state.content?.manifest) === JSON.stringify(raw);
    if (same && !state.fault) return false;
    try {
      if (registration.kind === 'mirror') await keep(registration, raw, hosted);
    } catch (thrown) {
      return noteFault(one, thrown);
    }
    // Contents that are known keep their identity, so that they are not judged again.
    setState(one, { registration, content: same && state.content ? state.content : content });
    return true;
  }

  async function noteFault(one: Followed, thrown: unknown): Promise<boolean> {
    const fault = asFault(thrown);
    const isNew = one.state.fault?.message !== fault.message;
    setState(one, { ...one.state, fault });
    return isNew;
  }

  return {
    states: () => (listed ??= followed.map(one => one.state)),
    async start() {
      const known = new Map(followed.map(one => [JSON.stringify(one.registration), one]));
      followed = (await registrations()).map(registration => known.get(JSON.stringify(registration)) ?? follow(registration));
      listed = undefined;
      const added = followed.filter(one => !known.has(JSON.stringify(one.registration)));
      await Promise.all(added.map(one => (one.folder ? look(one) : recall(one))));
    },
    expect(registration, content) {
      expected = { key: JSON.stringify(registration), content };
    },
    async lookAtFolders() {
      const changes = await Promise.all(followed.map(look));
      return changes.includes(true);
    },
    async probeHosts(signal, take) {
      async function probe(one: Followed): Promise<void> {
        const isFollowed = (): boolean => followed.includes(one);
        const change = await read(one.registration, signal).then(
          hosted => () => takeOver(one, hosted),
          (thrown: unknown) => () => noteFault(one, thrown),
        );
        await take(async () => isFollowed() && change());
      }
      // Who waited longest comes first: hosts that take all the time there is don't keep the others from being asked.
      const hosted = followed.filter(({ registration }) => ['mirror', 'live'].includes(registration.kind));
      const waiting = hosted.sort((left, right) => left.askedAt - right.askedAt);
      async function probeRest(): Promise<void> {
        for (let one = waiting.shift(); one && !signal.aborted; one = waiting.shift()) {
          one.askedAt = performance.now();
          await probe(one);
        }
      }
      await Promise.all(Array.from({ length: hostsAtATime }, probeRest));
    },
  };
}
